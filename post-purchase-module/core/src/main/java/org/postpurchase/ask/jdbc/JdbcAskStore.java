package org.postpurchase.ask.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcAskStore implements AskStore {
  private static final String ADD =
      "insert into PP_ASK (ASK_KEY, KIND, CONTACT, ORDER_ID, STEP_KEY, PRODUCT_ID, ASKED_AT) values"
          + " (?, ?, ?, ?, ?, ?, ?)";
  private static final String REMOVE = "delete from PP_ASK where ASK_KEY {keys}";
  private static final String SINCE =
      "select KIND, CONTACT, ORDER_ID, STEP_KEY, PRODUCT_ID, ASKED_AT from PP_ASK where CONTACT = ?"
          + " and ASKED_AT > ? order by ASKED_AT, ASK_ID";
  private static final String SINCE_OF_MANY =
      "select KIND, CONTACT, ORDER_ID, STEP_KEY, PRODUCT_ID, ASKED_AT from PP_ASK where CONTACT"
          + " {keys} and ASKED_AT > ? order by ASKED_AT, ASK_ID";
  private static final String STOPPED_OF_MANY =
      "select CONTACT from PP_ASK_STOP where CONTACT {keys} and STOPPED = ?";
  private static final String STOPPED =
      "select count(*) from PP_ASK_STOP where CONTACT = ? and STOPPED = ?";
  private static final String ADD_STOP =
      "insert into PP_ASK_STOP (CONTACT, STOPPED, SOURCE, CHANGED_AT) values (?, ?, ?, ?)";
  private static final String STOP =
      "update PP_ASK_STOP set STOPPED = ?, SOURCE = ?, CHANGED_AT = ? where CONTACT = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcAskStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public void add(Collection<Ask> asks) {
    List<Object[]> rows = new ArrayList<>();
    asks.stream()
        .sorted(Comparator.comparing(Ask::key))
        .forEach(
            ask ->
                rows.add(
                    new Object[] {
                      ask.key(),
                      ask.kind.name(),
                      ask.contact,
                      ask.orderId,
                      ask.stepKey,
                      ask.productId,
                      Utc.param(ask.askedAt)
                    }));
    if (!rows.isEmpty()) {
      inserts.allIfAbsent(ADD, rows);
    }
  }

  @Override
  public void remove(Collection<Ask> asks) {
    inserts.rows().delete(REMOVE, asks.stream().map(Ask::key).collect(Collectors.toSet()));
  }

  private static Ask ask(ResultSet row) throws SQLException {
    return new Ask(
        AskKind.valueOf(row.getString("KIND")),
        row.getString("CONTACT"),
        row.getLong("ORDER_ID"),
        Columns.text(row, "STEP_KEY"),
        row.getLong("PRODUCT_ID"),
        Utc.instant(row, "ASKED_AT"));
  }

  @Override
  public List<Ask> since(String contact, Instant from) {
    return jdbc.query(SINCE, (row, n) -> ask(row), contact, Utc.param(from));
  }

  @Override
  public Map<String, List<Ask>> since(Collection<String> contacts, Instant from) {
    return inserts
        .rows()
        .select(SINCE_OF_MANY, contacts, (row, n) -> ask(row), Utc.param(from))
        .stream()
        .collect(Collectors.groupingBy(ask -> ask.contact));
  }

  @Override
  public Set<String> stopped(Collection<String> contacts) {
    return new HashSet<>(
        inserts.rows().select(STOPPED_OF_MANY, contacts, (row, n) -> row.getString(1), true));
  }

  @Override
  public boolean isStopped(String contact) {
    return jdbc.queryForObject(STOPPED, Integer.class, contact, true) > 0;
  }

  @Override
  public void stop(String contact, boolean stopped, String source, Instant now) {
    inserts.orKeep(ADD_STOP, contact, stopped, source, Utc.param(now));
    jdbc.update(STOP, stopped, source, Utc.param(now), contact);
  }
}
