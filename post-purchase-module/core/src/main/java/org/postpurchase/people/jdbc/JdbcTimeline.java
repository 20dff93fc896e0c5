package org.postpurchase.people.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.people.Cursor;
import org.postpurchase.people.EntryKind;
import org.postpurchase.people.EntrySource;
import org.postpurchase.people.Identity;
import org.postpurchase.people.PlacedOrder;
import org.postpurchase.people.Timeline;
import org.postpurchase.people.TimelineEntry;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks each source for its newest entries behind the cursor, by each of the keys that a person is
 * known by, and takes the newest of all. No page reads more of a source than it could show.
 */
final class JdbcTimeline implements Timeline {
  /** Orders by whose id other tables are asked; more would make the statements too long. */
  private static final int ORDERS_MAX = 500;

  private final JdbcTemplate jdbc;
  private final RowSets sets;

  JdbcTimeline(JdbcTemplate jdbc, RowSets sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  @Override
  public List<TimelineEntry> page(Identity person, Set<EntryKind> kinds, Cursor behind, int limit) {
    Map<String, TimelineEntry> found = new LinkedHashMap<>();
    if (kinds.contains(EntryKind.ORDERS)) {
      person.orders.forEach(order -> note(found, placed(order), behind));
    }
    Keys keys = new Keys(person, kinds);
    for (Source source : Sources.ALL) {
      if (kinds.contains(source.source.kind)) {
        keys.of(source)
            .forEach(
                (column, values) ->
                    read(source, column, values, behind, limit)
                        .forEach(entry -> note(found, entry, behind)));
      }
    }
    return found.values().stream()
        .sorted(TimelineEntry.NEWEST_FIRST)
        .limit(limit)
        .collect(Collectors.toList());
  }

  /** Once, however many keys of the person led to it. */
  private static void note(Map<String, TimelineEntry> found, TimelineEntry entry, Cursor behind) {
    if (behind == null || behind.isBefore(entry)) {
      found.put(entry.source + ":" + entry.id + ":" + entry.ref, entry);
    }
  }

  private static TimelineEntry placed(PlacedOrder order) {
    return new TimelineEntry(
        EntrySource.ORDER_PLACED,
        order.id,
        order.placedAt,
        new TimelineEntry.Told(
                order.cancelled ? "CANCELLED" : "PLACED",
                order.number,
                order.total.toPlainString() + " " + order.currency)
            .about(order.id, 0, 0));
  }

  private List<TimelineEntry> read(
      Source source, String column, Collection<?> values, Cursor behind, int limit) {
    StringBuilder sql = new StringBuilder(source.select(column));
    List<Object> more = new ArrayList<>();
    if (behind != null) {
      more.add(Utc.param(behind.at));
      int after = source.source.compareTo(behind.source);
      sql.append(" and ").append(source.at).append(after < 1 ? " <= ?" : " < ?");
      if (after == 0) {
        sql.append(" and (").append(source.at).append(" < ? or ").append(source.id).append(" < ?)");
        more.add(Utc.param(behind.at));
        more.add(behind.id);
      }
    }
    sql.append(" order by ").append(source.at).append(" desc, ").append(source.id).append(" desc");
    sql.append(" limit ").append(limit);
    return sets.select(
        sql.toString(), values, (row, n) -> entry(source.source, row), more.toArray());
  }

  private static TimelineEntry entry(EntrySource source, ResultSet row) throws SQLException {
    return new TimelineEntry(
        source,
        row.getLong("ENTRY_ID"),
        Utc.instant(row, "ENTRY_AT"),
        new TimelineEntry.Told(
                row.getString("ENTRY_WHAT"),
                row.getString("ENTRY_NAME"),
                row.getString("ENTRY_DETAIL"))
            .about(
                row.getLong("ENTRY_ORDER"), row.getLong("ENTRY_NUMBER"), row.getLong("ENTRY_REF")));
  }

  /** The keys of one person, those of points and referrals read when they are wanted. */
  private final class Keys {
    private final List<String> mailboxes;
    private final List<Long> customers;
    private final List<Long> orders;
    private final List<Long> accounts;
    private final List<Long> advocates;

    Keys(Identity person, Set<EntryKind> kinds) {
      mailboxes = person.ref.mailbox.isEmpty() ? none() : Arrays.asList(person.ref.mailbox);
      customers = person.ref.customerId == 0 ? none() : Arrays.asList(person.ref.customerId);
      List<Long> all = person.orderIds();
      orders = all.subList(0, Math.min(all.size(), ORDERS_MAX));
      accounts = kinds.contains(EntryKind.POINTS) ? accounts() : none();
      advocates = kinds.contains(EntryKind.REFERRALS) ? advocates() : none();
    }

    private <T> List<T> none() {
      return Collections.emptyList();
    }

    private List<Long> accounts() {
      List<String> owners = new ArrayList<>();
      customers.forEach(id -> owners.add("customer:" + id));
      orders.forEach(id -> owners.add("order:" + id));
      return sets.select(
          "select ACCOUNT_ID from PP_POINTS_ACCOUNT where OWNER_KEY {keys}",
          owners,
          (row, n) -> row.getLong(1));
    }

    private List<Long> advocates() {
      List<Long> ids = new ArrayList<>();
      ids.addAll(
          sets.select(
              "select ADVOCATE_ID from PP_ADVOCATE where CONTACT {keys}",
              mailboxes,
              (row, n) -> row.getLong(1)));
      for (Long customer : customers) {
        ids.addAll(
            jdbc.queryForList(
                "select ADVOCATE_ID from PP_ADVOCATE where CUSTOMER_ID = ?", Long.class, customer));
      }
      return ids.stream().distinct().collect(Collectors.toList());
    }

    Map<String, Collection<?>> of(Source source) {
      Map<String, Collection<?>> keys = new LinkedHashMap<>();
      put(keys, source.byMailbox, mailboxes);
      put(keys, source.byCustomer, customers);
      put(keys, source.byOrder, orders);
      put(keys, source.byAccount, accounts);
      put(keys, source.byAdvocate, advocates);
      return keys;
    }

    private void put(Map<String, Collection<?>> keys, String column, Collection<?> values) {
      if (column != null && !values.isEmpty()) {
        keys.put(column, values);
      }
    }
  }
}
