package org.postpurchase.ask.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
  private static final String SINCE =
      "select KIND, CONTACT, ORDER_ID, STEP_KEY, PRODUCT_ID, ASKED_AT from PP_ASK where CONTACT = ?"
          + " and ASKED_AT > ? order by ASKED_AT, ASK_ID";
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
    for (Ask ask : asks) {
      inserts.ifAbsent(
          ADD,
          ask.key(),
          ask.kind.name(),
          ask.contact,
          ask.orderId,
          ask.stepKey,
          ask.productId,
          Utc.param(ask.askedAt));
    }
  }

  @Override
  public List<Ask> since(String contact, Instant from) {
    return jdbc.query(
        SINCE,
        (row, n) ->
            new Ask(
                AskKind.valueOf(row.getString("KIND")),
                row.getString("CONTACT"),
                row.getLong("ORDER_ID"),
                Columns.text(row, "STEP_KEY"),
                row.getLong("PRODUCT_ID"),
                Utc.instant(row, "ASKED_AT")),
        contact,
        Utc.param(from));
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
