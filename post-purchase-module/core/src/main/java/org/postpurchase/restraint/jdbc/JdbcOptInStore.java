package org.postpurchase.restraint.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.restraint.OptInCheck;
import org.postpurchase.restraint.OptInStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_OPT_IN_CHECK, and PP_OPT_IN_RULE with the one row that says whether it is used. */
final class JdbcOptInStore implements OptInStore {
  private static final String RULE = "select REQUIRED from PP_OPT_IN_RULE where RULE_ID = 1";
  private static final String SOFT = "select SOFT_OPT_IN from PP_OPT_IN_RULE where RULE_ID = 1";
  private static final String SAVE_SOFT =
      "update PP_OPT_IN_RULE set SOFT_OPT_IN = ?, CHANGED_AT = ? where RULE_ID = 1";
  private static final String ADD_RULE =
      "insert into PP_OPT_IN_RULE (RULE_ID, REQUIRED, CHANGED_AT) values (?, ?, ?)";
  private static final String SAVE_RULE =
      "update PP_OPT_IN_RULE set REQUIRED = ?, CHANGED_AT = ? where RULE_ID = 1";
  private static final String ADD =
      "insert into PP_OPT_IN_CHECK (CHECK_KEY, CONTACT, ORDER_ID, TEXT_SHOWN, LOCALE_CODE,"
          + " TICKED_AT, ASKED_AT) values (?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "select CHECK_ID, CONTACT, ORDER_ID, TEXT_SHOWN, LOCALE_CODE, TICKED_AT, ASKED_AT,"
          + " CONFIRMED_AT, CONFIRMED_FROM from PP_OPT_IN_CHECK";
  private static final String CONFIRM =
      "update PP_OPT_IN_CHECK set CONFIRMED_AT = ?, CONFIRMED_FROM = ? where CHECK_ID = ? and"
          + " CONFIRMED_AT is null";
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final ManyRows many;

  JdbcOptInStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.many = new ManyRows(jdbc, inserts.dialect());
  }

  @Override
  public boolean isRequired() {
    return jdbc.query(RULE, (row, n) -> row.getBoolean(1)).contains(true);
  }

  @Override
  public void require(boolean required, Instant now) {
    inserts.orKeep(ADD_RULE, 1, required, Utc.param(now));
    jdbc.update(SAVE_RULE, required, Utc.param(now));
  }

  @Override
  public boolean isSoft() {
    return jdbc.query(SOFT, (row, n) -> row.getBoolean(1)).contains(true);
  }

  @Override
  public void useSoft(boolean used, Instant now) {
    inserts.orKeep(ADD_RULE, 1, false, Utc.param(now));
    jdbc.update(SAVE_SOFT, used, Utc.param(now));
  }

  @Override
  public Set<String> askedSince(Collection<String> contacts, Instant since) {
    OneOf these = many.oneOf("CONTACT", contacts);
    return new HashSet<>(
        jdbc.queryForList(
            "select CONTACT from PP_OPT_IN_CHECK where ASKED_AT > ? and " + these.sql,
            String.class,
            these.argsAfter(Utc.param(since))));
  }

  @Override
  public List<OptInCheck> add(List<OptInCheck.Tick> ticks, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    for (OptInCheck.Tick t : ticks) {
      rows.add(
          new Object[] {
            t.key(),
            t.contact,
            t.orderId,
            t.textShown,
            t.localeCode,
            Utc.param(t.at),
            Utc.param(now)
          });
    }
    Map<String, Long> ids =
        many.insertMissingWithIds(ADD, "PP_OPT_IN_CHECK", "CHECK_KEY", "CHECK_ID", rows);
    List<OptInCheck> added = new ArrayList<>();
    for (OptInCheck.Tick t : ticks) {
      if (ids.containsKey(t.key())) {
        added.add(OptInCheck.of(ids.get(t.key()), t, now, null, ""));
      }
    }
    return added;
  }

  @Override
  public Optional<OptInCheck> find(long id) {
    return jdbc.query(SELECT + " where CHECK_ID = ?", (row, n) -> check(row), id).stream()
        .findFirst();
  }

  @Override
  public boolean confirm(long id, Instant at, String from) {
    return jdbc.update(CONFIRM, Utc.param(at), from, id) == 1;
  }

  @Override
  public List<OptInCheck> of(String contact) {
    return jdbc.query(
        SELECT + " where CONTACT = ? order by CHECK_ID desc limit 50",
        (row, n) -> check(row),
        contact);
  }

  private static OptInCheck check(ResultSet row) throws SQLException {
    return OptInCheck.of(
        row.getLong("CHECK_ID"),
        new OptInCheck.Tick(
            row.getString("CONTACT"),
            row.getLong("ORDER_ID"),
            row.getString("TEXT_SHOWN"),
            row.getString("LOCALE_CODE"),
            Utc.instant(row, "TICKED_AT")),
        Utc.instant(row, "ASKED_AT"),
        Utc.instant(row, "CONFIRMED_AT"),
        Columns.text(row, "CONFIRMED_FROM"));
  }
}
