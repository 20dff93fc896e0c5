package org.postpurchase.broadleaf.settings;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.postpurchase.loyalty.Joining;
import org.postpurchase.loyalty.Programme;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.Rates;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.loyalty.StackingPolicy;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/** Reads the merchant's programme and rules from the host's entity manager. */
public final class EntityProgrammeReader implements ProgrammeReader {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(EntityProgrammeReader.class));
  private static final String PROGRAMME =
      "select p from org.postpurchase.broadleaf.entity.LoyaltyProgramme p order by p.id";
  private static final String RULES =
      "select r from org.postpurchase.broadleaf.entity.EarningRule r where r.active = true"
          + " order by r.priority desc, r.id";

  /** How merchants write a moment of their shop. */
  public static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final SettingsQuery query;
  private final Supplier<Shop> shop;
  private final EarningRuleTypes types;

  public EntityProgrammeReader(SettingsQuery query, Supplier<Shop> shop, EarningRuleTypes types) {
    this.query = query;
    this.shop = shop;
    this.types = types;
  }

  @Override
  public EarningRuleTypes types() {
    return types;
  }

  @Override
  public Optional<Programme> active() {
    return read(true);
  }

  @Override
  public Optional<Programme> find() {
    return read(false);
  }

  private Optional<Programme> read(boolean activeOnly) {
    List<LoyaltyProgramme> rows = // each of them plain values
        query.once(
            "programmes", em -> em.createQuery(PROGRAMME, LoyaltyProgramme.class).getResultList());
    return rows.stream()
        .filter(row -> !activeOnly || Boolean.TRUE.equals(row.getActive()))
        .findFirst()
        .map(EntityProgrammeReader::definition);
  }

  /**
   * The immutable definition behind a row.
   *
   * @throws PostPurchaseException naming the value that makes no sense
   */
  public static Programme definition(LoyaltyProgramme row) {
    return new Programme(
        text(row.getProgrammeKey()),
        text(row.getName()),
        text(row.getPointsName()),
        number(row.getTermsVersion()),
        row.getActiveSince() == null ? null : Instant.ofEpochMilli(row.getActiveSince()),
        new Programme.Spending(
            Rates.of(text(row.getRates())),
            number(row.getMinimumPoints()),
            number(row.getBlockPoints()),
            number(row.getMaxSharePercent())),
        new Programme.Timing(
            number(row.getReturnWindowDays()),
            number(row.getFallbackDays()),
            number(row.getValidityDays()),
            number(row.getGraceDays())),
        ShortfallPolicy.valueOf(row.getShortfallPolicy()),
        StackingPolicy.valueOf(row.getStackingPolicy()),
        text(row.getJoining()).isEmpty() ? Joining.AUTOMATIC : Joining.valueOf(row.getJoining()));
  }

  @Override
  public List<EarningRule> rules() {
    return query.once(
        "rules",
        em -> {
          List<EarningRule> rules = new ArrayList<>();
          em.createQuery(RULES, org.postpurchase.broadleaf.entity.EarningRule.class)
              .getResultList()
              .forEach(row -> addReadable(rules, row));
          return rules;
        });
  }

  /** One rule that this node cannot read, such as a newer one's, never stops the others. */
  private void addReadable(
      List<EarningRule> rules, org.postpurchase.broadleaf.entity.EarningRule row) {
    try {
      rules.add(definition(row));
    } catch (IllegalArgumentException | PostPurchaseException unreadable) {
      TROUBLE.error(
          "rule", "earning rule left out because it cannot be read id=" + row.getId(), unreadable);
    }
  }

  /**
   * The immutable definition behind a row.
   *
   * @throws PostPurchaseException naming the value that makes no sense
   */
  public EarningRule definition(org.postpurchase.broadleaf.entity.EarningRule row) {
    return EarningRule.of(types.get(row.getType()), RuleSettings.parse(row.getSettings()))
        .key("rule:" + row.getId(), number(row.getEdition()))
        .named(text(row.getName()))
        .scope(
            new EarningRule.Scope(
                SettingsIds.of(row.getProductIds()),
                SettingsIds.of(row.getCategoryIds()),
                tiers(row.getTierIds()),
                text(row.getSegmentKey())))
        .limits(
            new EarningRule.Limits(
                ShopMoments.read(row.getActiveFrom(), shop.get().zone),
                ShopMoments.read(row.getActiveUntil(), shop.get().zone),
                number(row.getPerOrder()),
                number(row.getPerCustomer()),
                EarningRule.Period.valueOf(row.getPeriod()),
                number(row.getBudgetPoints())))
        .build();
  }

  private static Set<String> tiers(String value) {
    return SettingsIds.of(value).stream().map(JdbcTierReader::key).collect(Collectors.toSet());
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
