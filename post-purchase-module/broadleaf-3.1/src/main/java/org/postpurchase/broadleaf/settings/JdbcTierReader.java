package org.postpurchase.broadleaf.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.TierReader;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the merchant's tiers with plain statements, because the host's pricing asks too: there the
 * entity manager would write the half-priced order.
 */
public final class JdbcTierReader implements TierReader {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(JdbcTierReader.class));
  private static final String PROGRAMME =
      "select PROGRAMME_KEY, TIER_BASIS, TIER_CURRENCY, TIER_WINDOW, TIER_GRACE_DAYS"
          + " from PP_LOYALTY_PROGRAMME where ACTIVE = ? order by PROGRAMME_ID";
  private static final String TIERS =
      "select TIER_ID, NAME, THRESHOLD, EARN_PERCENT, ENTRY_POINTS, OFFER_IDS, BENEFITS, ACTIVE_SINCE"
          + " from PP_LOYALTY_TIER where ACTIVE = ? order by TIER_ID";
  private static final String OFFERS =
      "select T.OFFER_IDS from PP_LOYALTY_TIER T where T.ACTIVE = ? and T.OFFER_IDS is not null"
          + " and exists (select 1 from PP_LOYALTY_PROGRAMME P where P.ACTIVE = ?)";

  /** ISO 4217's code for transactions without a currency. */
  private static final String NO_CURRENCY = "XXX";

  private static final int GRACE_DAYS = 30;

  private final JdbcTemplate jdbc;
  private final Supplier<Shop> shop;

  public JdbcTierReader(JdbcTemplate jdbc, Supplier<Shop> shop) {
    this.jdbc = jdbc;
    this.shop = shop;
  }

  /** How a tier is known to rules, rewards and standings. */
  public static String key(long id) {
    return "tier:" + id;
  }

  @Override
  public Optional<TierPolicy> policy() {
    List<Tier> tiers =
        jdbc.query(TIERS, (row, n) -> readable(row), true).stream()
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    return tiers.isEmpty()
        ? Optional.empty()
        : jdbc.query(PROGRAMME, (row, n) -> policy(row, tiers), true).stream().findFirst();
  }

  /** Offers that only members of some tier may use; one statement. */
  public Set<Long> boundOffers() {
    Set<Long> bound = new LinkedHashSet<>();
    jdbc.query(
        OFFERS, (row, n) -> bound.addAll(SettingsIds.of(row.getString("OFFER_IDS"))), true, true);
    return bound;
  }

  private TierPolicy policy(ResultSet row, List<Tier> tiers) throws SQLException {
    int grace = row.getInt("TIER_GRACE_DAYS");
    boolean usual = row.wasNull();
    return new TierPolicy(
        row.getString("PROGRAMME_KEY"),
        TierPolicy.Basis.valueOf(or(row.getString("TIER_BASIS"), TierPolicy.Basis.POINTS.name())),
        Currency.getInstance(or(row.getString("TIER_CURRENCY"), NO_CURRENCY)),
        TierPolicy.Window.valueOf(
            or(row.getString("TIER_WINDOW"), TierPolicy.Window.ROLLING_YEAR.name())),
        usual ? GRACE_DAYS : grace,
        shop.get().zone,
        tiers);
  }

  /** One tier that this node cannot read never takes the others away. */
  private static Tier readable(ResultSet row) throws SQLException {
    long id = row.getLong("TIER_ID");
    try {
      return new Tier(
          key(id),
          row.getString("NAME"),
          row.getLong("THRESHOLD"),
          new Tier.Benefits(
              row.getInt("EARN_PERCENT"),
              row.getLong("ENTRY_POINTS"),
              SettingsIds.of(or(row.getString("OFFER_IDS"), "")),
              or(row.getString("BENEFITS"), "")),
          Instant.ofEpochMilli(row.getLong("ACTIVE_SINCE")));
    } catch (RuntimeException unreadable) {
      TROUBLE.error("tier", "tier left out because it cannot be read id=" + id, unreadable);
      return null;
    }
  }

  private static String or(String text, String otherwise) {
    return text == null || text.trim().isEmpty() ? otherwise : text.trim();
  }
}
