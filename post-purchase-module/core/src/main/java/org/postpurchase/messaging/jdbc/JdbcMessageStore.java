package org.postpurchase.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postpurchase.messaging.AgainFilter;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Who;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Filter;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcPages;
import org.postpurchase.shared.jdbc.LeaseTaker;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcMessageStore implements MessageStore {
  private static final int SUBJECT_MAX = 500;
  private static final String DIED =
      "The sender stopped while this message was on its way; it may have arrived. It is not sent"
          + " again by itself.";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final LeaseTaker leases;
  private final MessageSql sql;
  private final String mailDomain;

  JdbcMessageStore(
      JdbcTemplate jdbc, Inserts inserts, LeaseTaker leases, MessageSql sql, String mailDomain) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.leases = leases;
    this.sql = sql;
    this.mailDomain = mailDomain;
  }

  @Override
  public OptionalLong queue(NewMessage m, Instant now) {
    boolean isNew = inserts.ifAbsent(MessageSql.QUEUE, row(m, now));
    return isNew
        ? OptionalLong.of(jdbc.queryForObject(MessageSql.ID_OF_KEY, Long.class, m.key))
        : OptionalLong.empty();
  }

  @Override
  public List<OptionalLong> queueAll(List<NewMessage> messages, Instant now) {
    return messages.size() == 1
        ? Collections.singletonList(queue(messages.get(0), now))
        : new QueueMessages(jdbc, inserts).queue(messages, m -> row(m, now));
  }

  private Object[] row(NewMessage m, Instant now) {
    return new Object[] {
      m.key,
      m.touch,
      m.purpose.name(),
      m.recipient.channel,
      m.orderId,
      m.templateKey,
      m.localeCode,
      m.recipient.address,
      "<" + UUID.randomUUID() + "@" + mailDomain + ">",
      m.enrollmentId == 0 ? null : m.enrollmentId,
      m.stepKey.isEmpty() ? null : m.stepKey,
      m.templateVersion == 0 ? null : m.templateVersion,
      m.recipient.contact,
      Utc.param(now),
      Utc.param(now)
    };
  }

  @Override
  public List<Message> claim(
      String channel, Instant now, int limit, String owner, int leaseSeconds) {
    List<Message> due = new ArrayList<>();
    List<Message> seen;
    do { // when all that was seen had to be given up, there may be more behind it
      seen = jdbc.query(sql.selectDue, (row, n) -> message(row), channel, Utc.param(now), limit);
      for (Message m : seen) {
        boolean begun = m.state == MessageState.SENDING && m.begunAt != null;
        if (begun && (m.content.purpose == Purpose.MARKETING || m.unclearEnds > 0)) {
          jdbc.update(sql.abandonUncertain, Utc.param(now), DIED, m.id, m.epoch);
        } else {
          due.add(m);
        }
      }
    } while (due.isEmpty() && !seen.isEmpty());
    return leases
        .take(
            sql.lease(leaseSeconds),
            MessageSql.LEASABLE,
            owner,
            due,
            m -> new long[] {m.id, m.epoch})
        .stream()
        .map(JdbcMessageStore::leased)
        .collect(Collectors.toList());
  }

  @Override
  public List<Message> begin(List<Message> claimed, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    claimed.forEach(m -> rows.add(new Object[] {Utc.param(now), m.id, m.epoch}));
    Set<Long> begun = inserts.rows().updateThoseThere(MessageSql.BEGIN, "MESSAGE_ID", 1, rows);
    return claimed.stream()
        .filter(m -> begun.contains(m.id))
        .map(m -> begun(m, now))
        .collect(Collectors.toList());
  }

  @Override
  public boolean conclude(
      Message m, MessageState state, Instant at, String reason, RenderedMessage rendered) {
    if (!MessageState.SENDING.canBecome(state)) {
      throw new IllegalArgumentException("a sending message cannot become " + state);
    }
    int rows =
        rendered == null
            ? jdbc.update(
                MessageSql.CONCLUDE_UNRENDERED, state.name(), Utc.param(at), reason, m.id, m.epoch)
            : jdbc.update(MessageSql.CONCLUDE, conclusion(m, state, at, reason, rendered));
    return rows == 1;
  }

  @Override
  public void sent(Map<Message, RenderedMessage> sent, Instant at) {
    List<Object[]> rows = new ArrayList<>();
    sent.forEach((m, rendered) -> rows.add(conclusion(m, MessageState.SENT, at, "", rendered)));
    inserts.rows().updateThoseThere(MessageSql.CONCLUDE, "MESSAGE_ID", 7, rows);
  }

  private static Object[] conclusion(
      Message m, MessageState state, Instant at, String reason, RenderedMessage rendered) {
    return new Object[] {
      state.name(),
      Utc.param(at),
      reason,
      Reasons.clip(rendered.subject, SUBJECT_MAX),
      rendered.html,
      rendered.text,
      rendered.templateVersion,
      m.id,
      m.epoch
    };
  }

  @Override
  public void cancel(Map<Message, String> reasons, Instant at) {
    List<Object[]> rows = new ArrayList<>();
    reasons.forEach(
        (m, reason) ->
            rows.add(
                new Object[] {
                  MessageState.CANCELLED.name(), Utc.param(at), reason, m.id, m.epoch
                }));
    jdbc.batchUpdate(MessageSql.CONCLUDE_UNRENDERED, rows);
  }

  @Override
  public void giveBack(List<Message> messages) {
    List<Object[]> rows = new ArrayList<>();
    messages.forEach(
        m -> rows.add(new Object[] {Utc.param(m.dueAt), m.reason, 1, 0, m.id, m.epoch}));
    jdbc.batchUpdate(MessageSql.REQUEUE, rows);
  }

  @Override
  public void requeue(Message m, Instant dueAt, String reason, boolean counted) {
    jdbc.update(MessageSql.REQUEUE, Utc.param(dueAt), reason, counted ? 0 : 1, 0, m.id, m.epoch);
  }

  @Override
  public void requeueUnclear(Message m, Instant dueAt, String reason) {
    jdbc.update(MessageSql.REQUEUE, Utc.param(dueAt), reason, 0, 1, m.id, m.epoch);
  }

  @Override
  public void blame(long id, Instant dueAt) {
    jdbc.update(MessageSql.BLAME, Utc.param(dueAt), id);
  }

  @Override
  public int sendAgain(AgainFilter filter, Instant now) {
    String part = filter.reason.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return jdbc.update(
        MessageSql.SEND_ALL_AGAIN,
        Utc.param(now),
        filter.purpose == null ? "" : filter.purpose.name(),
        filter.purpose == null ? "Z" : filter.purpose.name(),
        '%' + part + '%');
  }

  @Override
  public boolean sendAgain(long id, Instant now) {
    return jdbc.update(MessageSql.SEND_AGAIN, Utc.param(now), id) == 1;
  }

  @Override
  public Set<Long> deleteFinished(Collection<Long> ids) {
    List<Long> open =
        inserts.rows().select(MessageSql.OPEN, ids, (row, n) -> row.getLong("MESSAGE_ID"));
    List<Object[]> ended = new ArrayList<>();
    ids.stream().filter(id -> !open.contains(id)).forEach(id -> ended.add(new Object[] {id}));
    if (!ended.isEmpty()) {
      jdbc.batchUpdate(MessageSql.DELETE, ended);
    }
    return new TreeSet<>(open);
  }

  @Override
  public Optional<Message> find(long id) {
    return jdbc.query(MessageSql.FIND, (row, n) -> message(row), id).stream().findFirst();
  }

  @Override
  public Optional<RenderedMessage> findRendered(long id) {
    return jdbc
        .query(
            MessageSql.FIND_RENDERED,
            (row, n) ->
                new RenderedMessage(
                    row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
            id)
        .stream()
        .findFirst();
  }

  @Override
  public List<Message> list(MessageState state, int limit, int offset) {
    return state == null
        ? jdbc.query(MessageSql.LIST, (row, n) -> message(row), limit, offset)
        : jdbc.query(MessageSql.LIST_STATE, (row, n) -> message(row), state.name(), limit, offset);
  }

  @Override
  public int count(MessageState state) {
    return state == null
        ? jdbc.queryForObject(MessageSql.COUNT, Integer.class)
        : jdbc.queryForObject(MessageSql.COUNT_STATE, Integer.class, state.name());
  }

  @Override
  public List<Message> list(MessageState state, Who who, int limit, int offset) {
    Filter filter = new Filter().and("STATE", state).messagesTo(who);
    return jdbc.query(
        MessageSql.FILTERED + filter.where() + MessageSql.NEWEST,
        (row, n) -> message(row),
        filter.arguments(limit, offset));
  }

  @Override
  public int count(MessageState state, Who who) {
    Filter filter = new Filter().and("STATE", state).messagesTo(who);
    return jdbc.queryForObject(
        MessageSql.COUNT + filter.where(), Integer.class, filter.arguments());
  }

  @Override
  public Pages<MessageState, Message> pages() {
    return new JdbcPages<>(
        jdbc,
        MessageSql.FILTERED,
        "MESSAGE_ID",
        "STATE",
        Filter::messagesTo,
        (row, n) -> message(row));
  }

  @Override
  public boolean isAnyDue(Collection<String> channels, Instant now) {
    List<Object> values = new ArrayList<>(channels);
    values.add(Utc.param(now));
    return !channels.isEmpty()
        && !jdbc.queryForList(
                MessageSql.ANY_DUE.replace(
                    "(?)",
                    "(" + String.join(", ", Collections.nCopies(channels.size(), "?")) + ")"),
                Long.class,
                values.toArray())
            .isEmpty();
  }

  @Override
  public Optional<Instant> nextDueAt(String channel) {
    return Optional.ofNullable(
        jdbc.query(
            MessageSql.NEXT_DUE, row -> row.next() ? Utc.instant(row, "DUE_AT") : null, channel));
  }

  private static Message message(ResultSet row) throws SQLException {
    NewMessage content =
        new NewMessage(
                row.getString("MESSAGE_KEY"),
                row.getString("TOUCH"),
                Purpose.valueOf(row.getString("PURPOSE")),
                row.getLong("ORDER_ID"),
                row.getString("TEMPLATE_KEY"),
                row.getString("LOCALE_CODE"),
                Recipient.stored(
                    row.getString("CHANNEL"), row.getString("RECIPIENT"), row.getString("CONTACT")))
            .inSeries(
                row.getLong("ENROLLMENT_ID"),
                Columns.text(row, "STEP_KEY"),
                row.getInt("TEMPLATE_VERSION"));
    Message.Progress progress =
        new Message.Progress(
                MessageState.valueOf(row.getString("STATE")),
                row.getInt("ATTEMPTS"),
                row.getLong("LEASE_EPOCH"),
                Utc.instant(row, "QUEUED_AT"),
                Utc.instant(row, "DUE_AT"),
                Utc.instant(row, "FINISHED_AT"),
                Columns.text(row, "REASON"))
            .handOver(Utc.instant(row, "BEGUN_AT"), row.getInt("UNCLEAR_ENDS"))
            .chosenToBeSentAgain("ONE".equals(row.getString("QUEUED_AGAIN")));
    return Message.of(
        row.getLong("MESSAGE_ID"),
        content,
        row.getString("MIME_MESSAGE_ID"),
        progress,
        Columns.text(row, "SUBJECT"));
  }

  private static Message leased(Message m) {
    return as(m, m.attempts, m.epoch + 1, null, m.unclearEnds + (m.begunAt == null ? 0 : 1));
  }

  private static Message begun(Message m, Instant now) {
    return as(m, m.attempts + 1, m.epoch, now, m.unclearEnds);
  }

  private static Message as(Message m, int attempts, long epoch, Instant begunAt, int unclear) {
    Message.Progress progress =
        new Message.Progress(
                MessageState.SENDING, attempts, epoch, m.queuedAt, m.dueAt, null, m.reason)
            .handOver(begunAt, unclear)
            .chosenToBeSentAgain(m.chosenToBeSentAgain);
    return Message.of(m.id, m.content, m.mimeMessageId, progress, m.subject);
  }
}
