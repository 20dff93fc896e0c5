package org.postpurchase.broadleaf.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.campaign.Campaign;
import org.postpurchase.campaign.CampaignSales;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders of those who take part in a campaign, by the mailbox. The host writes its times in the
 * zone of the JVM and the product in UTC, so the two are compared here and not by the database.
 */
public final class BroadleafCampaignSales implements CampaignSales {
  private static final String ORDERS =
      "select v.CONTACT, v.ENTERED_AT, v.SUBMIT_DATE, v.CURRENCY_CODE, "
          + BroadleafSales.KEPT
          + " as NET from (select e.CONTACT, e.ENTERED_AT, o.SUBMIT_DATE, "
          + BroadleafSales.VALUES
          + " from PP_CAMPAIGN_ENTRY e join PP_PERSON_ORDER m on m.MAILBOX_KEY = e.CONTACT"
          + " join BLC_ORDER o on o.ORDER_ID = m.ORDER_ID where e.CAMPAIGN_ID = ?"
          + " and o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE >= ?) v";

  private final JdbcTemplate jdbc;
  private final Supplier<String> currency;

  /**
   * @param currency of orders that carry none, as ISO 4217 code
   */
  public BroadleafCampaignSales(JdbcTemplate jdbc, Supplier<String> currency) {
    this.jdbc = jdbc;
    this.currency = currency;
  }

  @Override
  public List<Sold> after(Campaign campaign, Duration within) {
    Map<String, Sum> sums = new TreeMap<>();
    jdbc.query(
        ORDERS,
        row -> {
          Instant entered = Utc.instant(row, "ENTERED_AT");
          Instant placed = Instant.ofEpochMilli(row.getTimestamp("SUBMIT_DATE").getTime());
          if (!placed.isBefore(entered) && placed.isBefore(entered.plus(within))) {
            sums.computeIfAbsent(
                    BroadleafSales.code(row.getString("CURRENCY_CODE"), currency), c -> new Sum())
                .add(row);
          }
        },
        campaign.id,
        new Timestamp(campaign.startsAt.toEpochMilli()));
    return sums.entrySet().stream()
        .map(
            e ->
                new Sold(
                    e.getKey(), e.getValue().orders, e.getValue().people.size(), e.getValue().kept))
        .collect(Collectors.toList());
  }

  private static final class Sum {
    private final Set<String> people = new HashSet<>();
    private long orders;
    private BigDecimal kept = BigDecimal.ZERO;

    void add(ResultSet row) throws SQLException {
      people.add(row.getString("CONTACT"));
      orders++;
      kept = kept.add(row.getBigDecimal("NET"));
    }
  }
}
