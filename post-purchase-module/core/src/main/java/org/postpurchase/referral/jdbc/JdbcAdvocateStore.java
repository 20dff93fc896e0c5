package org.postpurchase.referral.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.AdvocateStore;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Advocates in PP_ADVOCATE, and visits of people in PP_REFERRAL_VISIT. */
final class JdbcAdvocateStore implements AdvocateStore {
  private static final String ADD =
      "insert into PP_ADVOCATE (PROGRAMME_ID, MAILBOX_KEY, CONTACT, CUSTOMER_ID, OWNER_KEY, FIRST_NAME, LOCALE, CODE,"
          + " SUSPENDED, TERMS_VERSION, JOINED_AT, EDITION) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)";
  static final String SELECT =
      "select ADVOCATE_ID, PROGRAMME_ID, CONTACT, CUSTOMER_ID, OWNER_KEY, FIRST_NAME, LOCALE, CODE, SUSPENDED,"
          + " TERMS_VERSION, JOINED_AT from PP_ADVOCATE";

  /** Takes the row's lock, and makes what others committed visible to this transaction. */
  private static final String LOCK =
      "update PP_ADVOCATE set EDITION = EDITION + 1 where ADVOCATE_ID = ?";

  private static final String BECOMES_CUSTOMER =
      "update PP_ADVOCATE set CUSTOMER_ID = ?, OWNER_KEY = ? where ADVOCATE_ID = ? and CUSTOMER_ID = 0";
  private static final String SUSPEND =
      "update PP_ADVOCATE set SUSPENDED = ? where ADVOCATE_ID = ? and SUSPENDED <> ?";
  private static final String NEW_DAY =
      "insert into PP_REFERRAL_VISIT (VISIT_KEY, ADVOCATE_ID, VISIT_DAY, CHANNEL, PEOPLE) values (?, ?, ?, ?, 0)";
  private static final String VISIT =
      "update PP_REFERRAL_VISIT set PEOPLE = PEOPLE + 1 where VISIT_KEY = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcAdvocateStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public boolean add(Advocate.NewAdvocate who, String mailboxKey, String code, Instant now) {
    return inserts.ifAbsent(
        ADD,
        who.programmeId,
        mailboxKey,
        who.contact,
        who.customerId,
        who.ownerKey,
        Reasons.clip(who.firstName, 60),
        who.locale.toLanguageTag(),
        code,
        false,
        who.termsVersion(),
        Utc.param(now));
  }

  @Override
  public Optional<Advocate> find(long id) {
    return one(SELECT + " where ADVOCATE_ID = ?", id);
  }

  @Override
  public Optional<Advocate> ofMailbox(long programmeId, String mailboxKey) {
    return one(SELECT + " where PROGRAMME_ID = ? and MAILBOX_KEY = ?", programmeId, mailboxKey);
  }

  @Override
  public Optional<Advocate> ofCustomer(long programmeId, long customerId) {
    return one(
        SELECT + " where CUSTOMER_ID = ? and PROGRAMME_ID = ? order by ADVOCATE_ID desc limit 1",
        customerId,
        programmeId);
  }

  @Override
  public Optional<Advocate> ofCode(String code) {
    return one(SELECT + " where CODE = ?", code);
  }

  @Override
  public Optional<Advocate> lock(long id) {
    return jdbc.update(LOCK, id) == 1 ? find(id) : Optional.empty();
  }

  @Override
  public void becomesCustomer(long id, long customerId, String ownerKey) {
    jdbc.update(BECOMES_CUSTOMER, customerId, ownerKey, id);
  }

  @Override
  public boolean suspend(long id, boolean suspended) {
    return jdbc.update(SUSPEND, suspended, id, suspended) == 1;
  }

  @Override
  public void countVisit(long advocateId, String channel, Instant now) {
    String day = now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    String key = advocateId + ":" + day + ":" + channel;
    inserts.orKeep(NEW_DAY, key, advocateId, day, channel);
    jdbc.update(VISIT, key);
  }

  private Optional<Advocate> one(String select, Object... values) {
    return jdbc.query(select, (row, n) -> advocate(row), values).stream().findFirst();
  }

  static Advocate advocate(ResultSet row) throws SQLException {
    return new Advocate(
        row.getLong("ADVOCATE_ID"),
        new Advocate.NewAdvocate(
            row.getLong("PROGRAMME_ID"),
            row.getString("CONTACT"),
            row.getLong("CUSTOMER_ID"),
            row.getString("OWNER_KEY"),
            Columns.text(row, "FIRST_NAME"),
            Locale.forLanguageTag(Columns.text(row, "LOCALE")),
            row.getInt("TERMS_VERSION")),
        row.getString("CODE"),
        row.getBoolean("SUSPENDED"),
        Utc.instant(row, "JOINED_AT"));
  }
}
