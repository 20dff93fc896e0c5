package org.postpurchase.broadleaf.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.catalogue.CatalogueReader;
import org.postpurchase.catalogue.CatalogueReward;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/** Reads the merchant's rewards from the host's entity manager. */
public final class EntityCatalogueReader implements CatalogueReader {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(EntityCatalogueReader.class));
  private static final String PREFIX = "reward:";
  private static final String REWARDS =
      "select r from org.postpurchase.broadleaf.entity.LoyaltyReward r where r.active = true"
          + " order by r.priority desc, r.id";
  private static final String ONE =
      "select r from org.postpurchase.broadleaf.entity.LoyaltyReward r where r.active = true"
          + " and r.id = :id";

  private final SettingsQuery query;
  private final Supplier<Shop> shop;

  public EntityCatalogueReader(SettingsQuery query, Supplier<Shop> shop) {
    this.query = query;
    this.shop = shop;
  }

  @Override
  public List<CatalogueReward> rewards() {
    return query.read(
        em -> {
          List<CatalogueReward> rewards = new ArrayList<>();
          em.createQuery(REWARDS, LoyaltyReward.class)
              .getResultList()
              .forEach(row -> readable(row).ifPresent(rewards::add));
          return rewards;
        });
  }

  @Override
  public Optional<CatalogueReward> find(String rewardKey) {
    if (!rewardKey.matches(PREFIX + "\\d{1,18}")) {
      return Optional.empty();
    }
    return query.read(
        em ->
            em
                .createQuery(ONE, LoyaltyReward.class)
                .setParameter("id", Long.valueOf(rewardKey.substring(PREFIX.length())))
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(this::readable));
  }

  /** One reward that this node cannot read, such as a newer one's, never stops the others. */
  private Optional<CatalogueReward> readable(LoyaltyReward row) {
    try {
      return Optional.of(definition(row));
    } catch (IllegalArgumentException | PostPurchaseException unreadable) {
      TROUBLE.error(
          "reward", "reward left out because it cannot be read id=" + row.getId(), unreadable);
      return Optional.empty();
    }
  }

  /** What purchases and stock of that row are kept under. */
  public static String keyOf(Long id) {
    return PREFIX + id;
  }

  /**
   * The immutable definition behind a row. One without an offer is never on offer, since no offer
   * has that number.
   *
   * @throws PostPurchaseException naming the value that makes no sense
   */
  public CatalogueReward definition(LoyaltyReward row) {
    return new CatalogueReward(
        keyOf(row.getId()),
        number(row.getEdition()),
        text(row.getName()),
        text(row.getDescription()),
        number(row.getCostPoints()),
        row.getRewardOffer() == null ? 0 : row.getRewardOffer().getId(),
        number(row.getValidDays()),
        new CatalogueReward.Limits(
                number(row.getStock()),
                number(row.getPerCustomer()),
                ShopMoments.read(row.getActiveFrom(), shop.get().zone),
                ShopMoments.read(row.getActiveUntil(), shop.get().zone),
                tier(row.getTierKey()))
            .within(text(row.getSegmentKey())));
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }

  /** Merchants write the number of a tier. */
  private static String tier(String number) {
    return text(number).matches("\\d{1,18}")
        ? JdbcTierReader.key(Long.parseLong(number))
        : text(number);
  }

  private static String text(String value) {
    return value == null ? "" : value.trim();
  }
}
