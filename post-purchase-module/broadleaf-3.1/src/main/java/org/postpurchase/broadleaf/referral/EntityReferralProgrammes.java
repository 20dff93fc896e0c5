package org.postpurchase.broadleaf.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.broadleaf.entity.ReferralProgramme;
import org.postpurchase.broadleaf.settings.OncePerPage;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.referral.ProgrammeStatus;
import org.postpurchase.referral.ReferralProgramme.Caps;
import org.postpurchase.referral.ReferralProgramme.Gate;
import org.postpurchase.referral.ReferralProgramme.Invitations;
import org.postpurchase.referral.ReferralProgrammes;
import org.postpurchase.referral.RewardTerms;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/** Reads the merchant's referral programme from the host's entity manager. */
public final class EntityReferralProgrammes implements ReferralProgrammes {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(EntityReferralProgrammes.class));
  private static final String FROM =
      "select p from org.postpurchase.broadleaf.entity.ReferralProgramme p left join fetch"
          + " p.friendOffer ";

  /** Where a merchant has left the limits of invitations empty. */
  private static final int INVITE_DAY = 5;

  private static final int INVITE_MOST = 25;
  private static final int INVITE_SHOP_DAY = 200;
  private static final Pattern TIER = Pattern.compile("([\\w:.-]{1,40})=(\\d{1,9})\\+(\\d{1,9})");

  private final SettingsQuery query;
  private final RewardOffers offers;
  private final Supplier<Locale> locale;
  private final Clock clock;

  public EntityReferralProgrammes(
      SettingsQuery query, RewardOffers offers, Supplier<Locale> locale, Clock clock) {
    this.query = query;
    this.offers = offers;
    this.locale = locale;
    this.clock = clock;
  }

  @Override
  public Optional<org.postpurchase.referral.ReferralProgramme> find() {
    return OncePerPage.of("referral programme", this::readCurrent);
  }

  private Optional<org.postpurchase.referral.ReferralProgramme> readCurrent() {
    return query.read(
        em -> {
          List<ReferralProgramme> rows =
              em.createQuery(
                      FROM + "where p.activeSince is not null order by p.id desc",
                      ReferralProgramme.class)
                  .getResultList();
          Optional<ReferralProgramme> active =
              rows.stream().filter(row -> "ACTIVE".equals(row.getStatus())).findFirst();
          return (active.isPresent() ? active : rows.stream().findFirst()).flatMap(this::readable);
        });
  }

  @Override
  public Optional<org.postpurchase.referral.ReferralProgramme> find(long id) {
    return query.read(
        em ->
            em
                .createQuery(FROM + "where p.id = :id", ReferralProgramme.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(this::readable));
  }

  private Optional<org.postpurchase.referral.ReferralProgramme> readable(ReferralProgramme row) {
    try {
      return Optional.of(definition(row));
    } catch (IllegalArgumentException | PostPurchaseException unreadable) {
      TROUBLE.error(
          "programme",
          "a referral programme was left out because it cannot be read id=" + row.getId(),
          unreadable);
      return Optional.empty();
    }
  }

  /**
   * The immutable definition behind a row.
   *
   * @throws IllegalArgumentException naming the value that makes no sense
   */
  public org.postpurchase.referral.ReferralProgramme definition(ReferralProgramme row) {
    long offer = row.getFriendOffer() == null ? 0 : row.getFriendOffer().getId();
    String title = offer == 0 ? "" : offers.title(offer, locale.get(), clock.instant()).orElse("");
    return new org.postpurchase.referral.ReferralProgramme.Builder(
            row.getId() == null ? 0 : row.getId())
        .status(
            ProgrammeStatus.valueOf(row.getStatus()),
            row.getActiveSince() == null ? null : Instant.ofEpochMilli(row.getActiveSince()))
        .versions(number(row.getEdition()), number(row.getTermsVersion()))
        .friendOffer(offer, title)
        .minimum(row.getMinimumAmount())
        .advocateGets(advocate(row))
        .friendGets(
            RewardTerms.points(number(row.getFriendPoints()))
                .withTiers(tierPoints(row.getTierPoints(), false)))
        .caps(
            new Caps(
                    number(row.getCapPeriod()),
                    Math.max(1, number(row.getCapDays())),
                    number(row.getCapLifetime()),
                    number(row.getBudgetPoints()))
                .order(number(row.getCapOrder())))
        .gate(new Gate(number(row.getHoldScore()), number(row.getRejectScore())))
        .waits(number(row.getWaitDays()), number(row.getFallbackDays()))
        .invitations(
            new Invitations(
                Boolean.TRUE.equals(row.getInvitations()),
                row.getInviteDay() == null ? INVITE_DAY : row.getInviteDay(),
                row.getInviteMost() == null ? INVITE_MOST : row.getInviteMost(),
                row.getInviteShopDay() == null ? INVITE_SHOP_DAY : row.getInviteShopDay()))
        .build();
  }

  private static RewardTerms advocate(ReferralProgramme row) {
    RewardTerms terms = RewardTerms.NOTHING;
    if ("POINTS".equals(row.getAdvocateKind())) {
      terms =
          RewardTerms.points(number(row.getAdvocatePoints()))
              .withLadder(ladder(row.getAdvocateLadder()))
              .withTiers(tierPoints(row.getTierPoints(), true));
    } else if ("CODE".equals(row.getAdvocateKind())) {
      terms =
          row.getAdvocateReward() != null && row.getAdvocateReward().getRewardOffer() != null
              ? RewardTerms.code(
                  row.getAdvocateReward().getRewardOffer().getId(),
                  number(row.getAdvocateReward().getValidDays()))
              : RewardTerms.code(
                  row.getAdvocateOffer() == null ? 0 : row.getAdvocateOffer().getId(),
                  number(row.getAdvocateDays()));
    }
    return terms.everyNth(Math.max(1, number(row.getEveryNth())));
  }

  /**
   * Steps such as {@code 5=750, 10=1000}.
   *
   * @throws IllegalArgumentException naming the part that cannot be read
   */
  public static NavigableMap<Integer, Long> ladder(String text) {
    NavigableMap<Integer, Long> steps = new TreeMap<>();
    for (String part : text == null || text.trim().isEmpty() ? new String[0] : text.split("[,;]")) {
      String step = part.trim();
      if (!step.matches("[1-9]\\d{0,5}\\s*=\\s*[1-9]\\d{0,8}")) {
        throw new IllegalArgumentException(
            "'" + step + "' is no step: write the friend and the points, such as 5=750");
      }
      String[] sides = step.split("\\s*=\\s*");
      steps.put(Integer.valueOf(sides[0]), Long.valueOf(sides[1]));
    }
    return steps;
  }

  /**
   * Points by tier from a text such as {@code tier:1=1000+200; tier:2=700+0}: the advocate's before
   * the plus, the friend's after it; 0 for what everybody gets.
   *
   * @throws IllegalArgumentException naming the part that cannot be read
   */
  public static Map<String, Long> tierPoints(String text, boolean ofAdvocate) {
    Map<String, Long> points = new LinkedHashMap<>();
    for (String part : text == null || text.trim().isEmpty() ? new String[0] : text.split(";")) {
      Matcher tier = TIER.matcher(part.trim());
      if (!tier.matches()) {
        throw new IllegalArgumentException(
            "'" + part.trim() + "' is no tier with points: write tier:1=1000+200");
      }
      long number = Long.parseLong(tier.group(ofAdvocate ? 2 : 3));
      if (number > 0) {
        points.put(tier.group(1), number);
      }
    }
    return points;
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }
}
