package org.postpurchase.analytics.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postpurchase.analytics.Attribution;
import org.postpurchase.analytics.AttributionStore;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;

/**
 * The handler's own mark guards against adding twice at the same time; the primary key is the last
 * word.
 */
final class JdbcAttributions implements AttributionStore {
  private static final String BY_CODES =
      "select c.ORDER_ID, c.REWARD_CODE_ID, c.STEP_KEY, e.SERIES_ID from PP_REWARD_CODE c"
          + " join PP_ENROLLMENT e on e.ENROLLMENT_ID = c.ENROLLMENT_ID where c.ORDER_ID {keys}"
          + " and c.STATE in ('RESERVED', 'USED') order by c.ORDER_ID, c.REWARD_CODE_ID";
  private static final String MAILBOXES =
      "select ORDER_ID, MAILBOX_KEY from PP_PERSON_ORDER where ORDER_ID {keys}";
  private static final String KNOWN = "select ORDER_ID from PP_ATTRIBUTION where ORDER_ID {keys}";
  private static final String INSERT =
      "insert into PP_ATTRIBUTION (ORDER_ID, METHOD, SERIES_ID, STEP_KEY, REWARD_CODE_ID,"
          + " MESSAGE_ID, MODEL_VERSION, MADE_AT) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private final RowSets sets;

  JdbcAttributions(RowSets sets) {
    this.sets = sets;
  }

  /** Of several codes in one order, the one that was given first counts. */
  @Override
  public List<Attribution> byCodes(Collection<Long> orderIds) {
    Map<Long, Attribution> first = new LinkedHashMap<>();
    sets.select(
        BY_CODES,
        orderIds,
        (row, n) ->
            first.putIfAbsent(
                row.getLong("ORDER_ID"),
                Attribution.byCode(
                    row.getLong("ORDER_ID"),
                    row.getLong("SERIES_ID"),
                    row.getString("STEP_KEY"),
                    row.getLong("REWARD_CODE_ID"))));
    return new ArrayList<>(first.values());
  }

  @Override
  public Map<Long, String> mailboxes(Collection<Long> orderIds) {
    Map<Long, String> mailboxes = new HashMap<>();
    sets.select(
        MAILBOXES,
        orderIds,
        (row, n) -> mailboxes.put(row.getLong("ORDER_ID"), row.getString("MAILBOX_KEY")));
    return mailboxes;
  }

  @Override
  public void addMissing(Collection<Attribution> attributions, Instant now) {
    List<Long> ids = new ArrayList<>();
    attributions.forEach(each -> ids.add(each.orderId));
    Set<Long> known = new HashSet<>(sets.select(KNOWN, ids, (row, n) -> row.getLong(1)));
    List<Object[]> rows = new ArrayList<>();
    for (Attribution each : attributions) {
      if (known.add(each.orderId)) {
        rows.add(
            new Object[] {
              each.orderId,
              each.method.name(),
              each.seriesId,
              each.stepKey,
              each.codeId,
              each.messageId,
              (long) Attribution.MODEL,
              Utc.param(now)
            });
      }
    }
    sets.insert(INSERT, rows);
  }
}
