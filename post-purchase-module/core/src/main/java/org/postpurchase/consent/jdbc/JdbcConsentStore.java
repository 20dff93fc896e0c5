package org.postpurchase.consent.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.consent.CheckoutAnswer;
import org.postpurchase.consent.ConsentDecision;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Suppression;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ErasedMailbox;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.Who;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Filter;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcPages;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcConsentStore implements ConsentStore {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final String channel;
  private final ManyRows many;

  JdbcConsentStore(JdbcTemplate jdbc, Inserts inserts, String channel) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.channel = channel;
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  @Override
  public ConsentStore by(String consentKey) {
    return consentKey.equals(channel) ? this : new JdbcConsentStore(jdbc, inserts, consentKey);
  }

  @Override
  public boolean record(ConsentRecord r) {
    return inserts.ifAbsent(ConsentSql.RECORD, row(r));
  }

  @Override
  public void recordAll(List<ConsentRecord> records) {
    many.insertMissing(
        ConsentSql.RECORD,
        "PP_CONSENT",
        "CONSENT_KEY",
        0,
        records.stream().map(this::row).collect(Collectors.toList()));
  }

  private Object[] row(ConsentRecord r) {
    return new Object[] {
      r.key,
      r.contact,
      BROWSING.equals(channel) ? ConsentRecord.PROFILING : ConsentRecord.MARKETING,
      channel,
      r.decision.name(),
      r.basis,
      r.source.name(),
      r.textShown,
      r.localeCode,
      r.orderId == 0 ? null : r.orderId,
      Utc.param(r.recordedAt)
    };
  }

  @Override
  public Map<String, ConsentRecord> latest(Collection<String> contacts) {
    Map<String, ConsentRecord> latest = new HashMap<>();
    if (!contacts.isEmpty()) {
      OneOf these = mailboxes("c.CONTACT", contacts);
      jdbc.query(
              ConsentSql.LATEST_OF + these.sql, (row, n) -> consent(row), these.argsAfter(channel))
          .forEach(record -> latest.put(record.contact, record));
    }
    return latest;
  }

  private OneOf mailboxes(String column, Collection<String> contacts) {
    return many.oneOf(
        column, contacts.stream().map(JdbcConsentStore::key).collect(Collectors.toList()));
  }

  @Override
  public Optional<ConsentRecord> latest(String contact) {
    return jdbc.query(ConsentSql.LATEST, (row, n) -> consent(row), key(contact), channel).stream()
        .findFirst();
  }

  @Override
  public void answer(CheckoutAnswer a) {
    int known =
        jdbc.update(
            ConsentSql.ANSWER_AGAIN,
            a.question.name(),
            a.granted,
            a.textShown,
            a.localeCode,
            Utc.param(a.answeredAt),
            a.orderId);
    if (known == 0) {
      inserts.ifAbsent(
          ConsentSql.ANSWER,
          a.orderId,
          a.question.name(),
          a.granted,
          a.textShown,
          a.localeCode,
          Utc.param(a.answeredAt));
    }
  }

  @Override
  public Optional<CheckoutAnswer> answerOf(long orderId) {
    return jdbc.query(ConsentSql.ANSWER_OF, (row, n) -> checkoutAnswer(row), orderId).stream()
        .findFirst();
  }

  @Override
  public List<CheckoutAnswer> answersOf(Collection<Long> orderIds) {
    if (orderIds.isEmpty()) {
      return Collections.emptyList();
    }
    OneOf these = many.oneOf("ORDER_ID", orderIds);
    return jdbc.query(
        ConsentSql.ANSWERS + these.sql, (row, n) -> checkoutAnswer(row), these.args());
  }

  private static CheckoutAnswer checkoutAnswer(ResultSet row) throws SQLException {
    return new CheckoutAnswer(
        row.getLong(1),
        "OBJECTION".equals(row.getString(6))
            ? CheckoutAnswer.Question.OBJECTION
            : CheckoutAnswer.Question.CONSENT,
        row.getBoolean(2),
        row.getString(3),
        row.getString(4),
        Utc.instant(row, "ANSWERED_AT"));
  }

  @Override
  public boolean suppress(String contact, Suppression.Scope scope, String reason, Instant now) {
    String mailbox = key(contact);
    String why = Reasons.clip(reason, 200);
    boolean isNew =
        inserts.ifAbsent(ConsentSql.SUPPRESS, mailbox, channel, scope.name(), why, Utc.param(now));
    return isNew
        || jdbc.update(
                ConsentSql.SUPPRESS_AGAIN, why, Utc.param(now), mailbox, channel, scope.name())
            == 1;
  }

  @Override
  public boolean lift(String contact, Suppression.Scope scope, Instant now) {
    return jdbc.update(
            ConsentSql.LIFT, Utc.param(now), key(contact), channel, scope.name(), Utc.param(now))
        == 1;
  }

  @Override
  public List<Suppression> holding(String contact) {
    return holding(Collections.singleton(contact));
  }

  @Override
  public List<Suppression> holding(Collection<String> contacts) {
    if (contacts.isEmpty()) {
      return Collections.emptyList();
    }
    Map<String, String> mailboxes = new LinkedHashMap<>();
    for (String contact : contacts) {
      mailboxes.put(key(contact), key(contact));
      mailboxes.put(ErasedMailbox.keyOf(contact), key(contact));
    }
    OneOf these = many.oneOf("CONTACT", new ArrayList<>(mailboxes.keySet()));
    return jdbc.query(
        ConsentSql.HOLDING_ANY + these.sql + " order by SUPPRESSION_ID",
        (row, n) -> suppression(row, mailboxes.get(row.getString("CONTACT"))),
        these.argsAfter(channel));
  }

  @Override
  public Optional<Suppression> findSuppression(long id) {
    return jdbc.query(ConsentSql.FIND_SUPPRESSION, (row, n) -> suppression(row), id).stream()
        .findFirst();
  }

  @Override
  public List<ConsentRecord> list(Who who, int limit, int offset) {
    Filter filter = new Filter().of(who);
    return jdbc.query(
        ConsentSql.CONSENTS + filter.where() + ConsentSql.NEWEST,
        (row, n) -> consent(row),
        filter.arguments(limit, offset));
  }

  @Override
  public int count(Who who) {
    Filter filter = new Filter().of(who);
    return jdbc.queryForObject(
        ConsentSql.COUNT + filter.where(), Integer.class, filter.arguments());
  }

  @Override
  public List<Suppression> listSuppressions(Who who, int limit, int offset) {
    Filter filter = new Filter().only(who);
    return jdbc.query(
        ConsentSql.SUPPRESSIONS + filter.where() + ConsentSql.HOLDING_FIRST,
        (row, n) -> suppression(row),
        filter.arguments(limit, offset));
  }

  @Override
  public int countSuppressions(Who who) {
    Filter filter = new Filter().only(who);
    return jdbc.queryForObject(
        ConsentSql.COUNT_SUPPRESSIONS + filter.where(), Integer.class, filter.arguments());
  }

  @Override
  public Pages<Void, ConsentRecord> pages() {
    return new JdbcPages<>(
        jdbc, ConsentSql.CONSENTS, "CONSENT_ID", "", Filter::of, (row, n) -> consent(row));
  }

  @Override
  public Pages<Void, Suppression> suppressionPages() {
    return new JdbcPages<>(
        jdbc,
        ConsentSql.SUPPRESSIONS,
        "SUPPRESSION_ID",
        "",
        Filter::only,
        (row, n) -> suppression(row));
  }

  private static String key(String contact) {
    return EmailAddress.keyOf(contact);
  }

  private static ConsentRecord consent(ResultSet row) throws SQLException {
    return new ConsentRecord(
            row.getString("CONSENT_KEY"),
            row.getString("CONTACT"),
            ConsentDecision.valueOf(row.getString("DECISION")),
            Columns.text(row, "BASIS"),
            ConsentSource.valueOf(row.getString("SOURCE")),
            new ConsentRecord.Shown(
                Columns.text(row, "TEXT_SHOWN"), Columns.text(row, "LOCALE_CODE")),
            row.getLong("ORDER_ID"),
            Utc.instant(row, "RECORDED_AT"))
        .about(row.getString("PURPOSE"));
  }

  private static Suppression suppression(ResultSet row) throws SQLException {
    return suppression(row, row.getString("CONTACT"));
  }

  /**
   * @param mailbox whose it is, where the row has a hash in its place
   */
  private static Suppression suppression(ResultSet row, String mailbox) throws SQLException {
    return new Suppression(
        row.getLong("SUPPRESSION_ID"),
        mailbox,
        Suppression.Scope.valueOf(row.getString("SCOPE")),
        row.getString("REASON"),
        Utc.instant(row, "SUPPRESSED_AT"),
        Utc.instant(row, "LIFTED_AT"));
  }
}
