package org.postpurchase.outbox.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.NewEntry;
import org.postpurchase.outbox.OutboxEntry;
import org.postpurchase.outbox.OutboxState;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Filter;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcPages;
import org.postpurchase.shared.jdbc.LeaseTaker;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.UnflushedCommit;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcOutboxStore implements OutboxStore {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final LeaseTaker leases;
  private final OutboxSql sql;
  private final ManyRows many;

  JdbcOutboxStore(JdbcTemplate jdbc, Inserts inserts, LeaseTaker leases, OutboxSql sql) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.leases = leases;
    this.sql = sql;
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  @Override
  public boolean append(String entryKey, String handler, OrderEvent event, Instant now) {
    return inserts.ifAbsent(sql.append, row(entryKey, handler, event, now));
  }

  @Override
  public List<OutboxEntry> appendClaimed(
      List<NewEntry> entries, Instant now, String owner, int leaseSeconds) {
    UnflushedCommit.allow(jdbc, inserts.dialect());
    Map<String, Long> ids =
        many.insertMissingWithIds(
            sql.appendClaimed(leaseSeconds),
            "PP_OUTBOX",
            "ENTRY_KEY",
            "OUTBOX_ID",
            entries.stream().map(e -> claimedRow(e, now, owner)).collect(Collectors.toList()));
    return entries.stream()
        .filter(e -> ids.containsKey(e.key))
        .map(e -> claimed(ids.get(e.key), e, now))
        .sorted(Comparator.comparing(e -> e.id))
        .collect(Collectors.toList());
  }

  private static Object[] claimedRow(NewEntry entry, Instant now, String owner) {
    List<Object> values = new ArrayList<>();
    Collections.addAll(values, row(entry.key, entry.handler, entry.event, now));
    values.add(owner);
    return values.toArray();
  }

  private static OutboxEntry claimed(long id, NewEntry entry, Instant now) {
    return new OutboxEntry(
        id, entry.handler, entry.event, OutboxState.WAITING, 1, 1, now, now, null);
  }

  private static Object[] row(String entryKey, String handler, OrderEvent event, Instant now) {
    return new Object[] {
      entryKey,
      handler,
      event.fact.name(),
      event.orderId,
      event.payload,
      event.source.name(),
      Utc.param(event.occurredAt),
      Utc.param(now)
    };
  }

  @Override
  public Optional<OrderEvent> findEvent(String entryKey) {
    return event(OutboxSql.FIND, entryKey);
  }

  @Override
  public Optional<OrderEvent> findLatestEvent(String entryKey) {
    return event(sql.findLatest, entryKey);
  }

  private Optional<OrderEvent> event(String select, String entryKey) {
    return jdbc.query(select, (row, n) -> entry(row).event, entryKey).stream().findFirst();
  }

  @Override
  public int countEvents(long orderId, String fact) {
    return jdbc.queryForObject(OutboxSql.COUNT_EVENTS, Integer.class, orderId, fact);
  }

  @Override
  public List<OutboxEntry> claim(Instant now, int limit, String owner, int leaseSeconds) {
    List<OutboxEntry> due =
        jdbc.query(sql.selectDue, (row, n) -> entry(row), Utc.param(now), limit);
    return leases
        .take(sql.lease(leaseSeconds), OutboxSql.HELD, owner, due, e -> new long[] {e.id, e.epoch})
        .stream()
        .map(JdbcOutboxStore::leased)
        .collect(Collectors.toList());
  }

  @Override
  public void prolong(List<OutboxEntry> entries, int leaseSeconds) {
    each(sql.prolong(leaseSeconds), entries);
  }

  @Override
  public void giveBack(List<OutboxEntry> entries) {
    each(OutboxSql.GIVE_BACK, entries);
  }

  private void each(String update, List<OutboxEntry> entries) {
    if (!entries.isEmpty()) {
      jdbc.batchUpdate(
          update,
          entries.stream().map(e -> new Object[] {e.id, e.epoch}).collect(Collectors.toList()));
    }
  }

  @Override
  public boolean finish(OutboxEntry entry, Instant now) {
    return jdbc.update(OutboxSql.FINISH, Utc.param(now), entry.id, entry.epoch) == 1;
  }

  /** By epoch, of which there are few: what was never claimed before has the first. */
  @Override
  public int finishAll(List<OutboxEntry> entries, Instant now) {
    Map<Long, List<Object>> byEpoch = new TreeMap<>();
    entries.forEach(e -> byEpoch.computeIfAbsent(e.epoch, n -> new ArrayList<>()).add(e.id));
    int finished = 0;
    for (Map.Entry<Long, List<Object>> each : byEpoch.entrySet()) {
      OneOf these = many.oneOf("OUTBOX_ID", each.getValue());
      finished +=
          jdbc.update(
              OutboxSql.FINISH_MANY + these.sql, these.argsAfter(Utc.param(now), each.getKey()));
    }
    return finished;
  }

  @Override
  public void retryLater(OutboxEntry entry, Instant dueAt, String reason) {
    jdbc.update(OutboxSql.RETRY_LATER, Utc.param(dueAt), reason, entry.id, entry.epoch);
  }

  @Override
  public void askAgain(OutboxEntry entry, Instant dueAt, String reason) {
    jdbc.update(OutboxSql.ASK_AGAIN, Utc.param(dueAt), reason, entry.id, entry.epoch);
  }

  @Override
  public void block(OutboxEntry entry, Instant now, String reason) {
    jdbc.update(OutboxSql.BLOCK, Utc.param(now), reason, entry.id, entry.epoch);
  }

  @Override
  public boolean unblock(long id, Instant now) {
    return jdbc.update(OutboxSql.UNBLOCK, Utc.param(now), id) == 1;
  }

  @Override
  public List<OutboxEntry> list(OutboxState state, int limit, int offset) {
    return jdbc.query(OutboxSql.LIST, (row, n) -> entry(row), state.name(), limit, offset);
  }

  @Override
  public int count(OutboxState state) {
    return jdbc.queryForObject(OutboxSql.COUNT, Integer.class, state.name());
  }

  @Override
  public Pages<OutboxState, OutboxEntry> pages() {
    return new JdbcPages<>(
        jdbc, OutboxSql.ALL, "OUTBOX_ID", "STATE", Filter::of, (row, n) -> entry(row));
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return Optional.ofNullable(
        jdbc.query(OutboxSql.NEXT_DUE, row -> row.next() ? Utc.instant(row, "DUE_AT") : null));
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    String key = row.getString("ENTRY_KEY");
    int bar = key.indexOf('|');
    OrderEvent event =
        new OrderEvent(
            bar < 0 ? key : key.substring(0, bar),
            row.getLong("ORDER_ID"),
            OrderFact.valueOf(row.getString("FACT")),
            Columns.text(row, "PAYLOAD"),
            EventSource.valueOf(row.getString("SOURCE")),
            Utc.instant(row, "OCCURRED_AT"));
    return new OutboxEntry(
        row.getLong("OUTBOX_ID"),
        row.getString("HANDLER"),
        event,
        OutboxState.valueOf(row.getString("STATE")),
        row.getInt("ATTEMPTS"),
        row.getLong("LEASE_EPOCH"),
        Utc.instant(row, "RECORDED_AT"),
        Utc.instant(row, "DUE_AT"),
        Columns.text(row, "REASON"));
  }

  private static OutboxEntry leased(OutboxEntry e) {
    return new OutboxEntry(
        e.id,
        e.handler,
        e.event,
        e.state,
        e.attempts + 1,
        e.epoch + 1,
        e.recordedAt,
        e.dueAt,
        e.reason);
  }
}
