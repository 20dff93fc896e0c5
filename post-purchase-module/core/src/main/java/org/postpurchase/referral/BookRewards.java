package org.postpurchase.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postpurchase.order.OrderSnapshot;

/**
 * The criteria gate and what follows from it: takes caps and budget under the advocate's lock,
 * books what both sides get, and takes it back. Everything joins the caller's transaction, so that
 * the state of a referral and its rewards are one.
 */
final class BookRewards {
  private final ReferralStore store;
  private final AdvocateStore advocates;
  private final PointsOfReferrals points;
  private final CodesOfReferrals codes;
  private final UnaryOperator<String> tierOf;

  BookRewards(ReferralStore store, AdvocateStore advocates, ReferralEngine.Outcomes outcomes) {
    this.store = store;
    this.advocates = advocates;
    this.points = outcomes.points;
    this.codes = outcomes.codes;
    this.tierOf = outcomes.tierOf;
  }

  /** What the gate says; nothing is booked unless it is {@link ReferralReason#ORDERED}. */
  ReferralReason book(
      Referral referral,
      ReferralProgramme programme,
      String friendOwner,
      Instant now,
      boolean byPerson) {
    Advocate advocate = advocates.lock(referral.advocateId).orElse(null);
    if (advocate == null || advocate.suspended) {
      return ReferralReason.SUSPENDED;
    }
    ReferralReason limit = byPerson ? null : limit(programme, advocate, now);
    if (limit != null) {
      return limit;
    }
    List<ReferralReward> wanted = wanted(referral, programme, advocate);
    long all = wanted.stream().mapToLong(reward -> reward.points).sum();
    if (!store.takeBudget(programme.id, all, programme.caps.budget)) {
      return ReferralReason.BUDGET;
    }
    for (ReferralReward reward : wanted) {
      String owner = reward.side == ReferralReward.Side.ADVOCATE ? advocate.ownerKey : friendOwner;
      Optional<ReferralReward> booked =
          reward.kind == RewardKind.POINTS
              ? points.book(reward, owner, programme.termsVersion, referral.dueAt)
              : Optional.of(reward);
      if (!booked.isPresent()) {
        store.giveBackBudget(programme.id, all);
        return ReferralReason.NO_POINTS;
      }
      store.addReward(booked.get());
    }
    return ReferralReason.ORDERED;
  }

  private List<ReferralReward> wanted(
      Referral referral, ReferralProgramme programme, Advocate advocate) {
    int nth = store.booked(advocate.id, Instant.EPOCH) + 1;
    boolean tiers = !programme.advocate.byTier.isEmpty() || !programme.friend.byTier.isEmpty();
    String tier = tiers ? tierOf.apply(advocate.ownerKey) : "";
    List<ReferralReward> wanted = new ArrayList<>();
    if (programme.advocate.isDue(nth)) {
      add(
          wanted,
          referral,
          ReferralReward.Side.ADVOCATE,
          programme.advocate,
          programme.advocatePoints(nth, tier));
    }
    if (programme.friend.kind != RewardKind.NONE) {
      add(
          wanted,
          referral,
          ReferralReward.Side.FRIEND,
          programme.friend,
          programme.friendPoints(tier));
    }
    return wanted;
  }

  private static void add(
      List<ReferralReward> wanted,
      Referral referral,
      ReferralReward.Side side,
      RewardTerms terms,
      long worth) {
    if (terms.kind != RewardKind.POINTS || worth > 0) {
      wanted.add(new ReferralReward(referral, side, terms, worth));
    }
  }

  private ReferralReason limit(ReferralProgramme programme, Advocate advocate, Instant now) {
    ReferralProgramme.Caps caps = programme.caps;
    if (caps.lifetime > 0 && store.booked(advocate.id, Instant.EPOCH) >= caps.lifetime) {
      return ReferralReason.CAP_LIFETIME;
    }
    Instant since = now.minus(Duration.ofDays(caps.days));
    boolean full = caps.inPeriod > 0 && store.booked(advocate.id, since) >= caps.inPeriod;
    return full ? ReferralReason.CAP_PERIOD : null;
  }

  void schedule(Referral referral, Instant dueAt) {
    for (ReferralReward reward : current(referral)) {
      points.schedule(reward, dueAt);
    }
  }

  /**
   * Gives what waited; the advocate's part is missing for one in between.
   *
   * @param order the friend's, whose account and language count for the friend's part
   */
  TellReferrals.Gifts pay(
      Referral referral, Advocate advocate, Optional<OrderSnapshot> order, Instant now) {
    long friend = order.filter(o -> o.registered).map(o -> o.customerId).orElse(0L);
    Locale language = order.map(o -> o.locale).orElse(advocate.locale);
    TellReferrals.Gifts given = TellReferrals.Gifts.NONE;
    for (ReferralReward reward : current(referral)) {
      String code = "";
      if (reward.kind == RewardKind.POINTS) {
        points.mature(reward);
      } else if (reward.side == ReferralReward.Side.ADVOCATE) {
        code = codes.pay(reward, advocate.contact, advocate.customerId, advocate.locale, now).code;
      } else {
        code = codes.pay(reward, referral.contact, friend, language, now).code;
      }
      ReferralReward paid = reward.is(ReferralReward.State.PAID);
      store.saveReward(paid);
      given = given.with(paid, code);
    }
    return given;
  }

  /**
   * Leaves so much of each reward as was kept of the order: shrinks points by that share, rounded
   * in the shop's favour by less than one point, and takes codes only with the last of it.
   *
   * @return how many points were taken back of both sides, all earlier times included
   */
  long keep(Referral referral, Share kept, String why) {
    long taken = 0;
    for (ReferralReward reward : current(referral)) {
      ReferralReward after = reward;
      if (reward.kind == RewardKind.POINTS) {
        long back = reward.points - kept.of(reward.points);
        after = points.takeBack(reward, back, why);
        if (after.takenBack > reward.takenBack) {
          store.giveBackBudget(referral.programmeId, after.takenBack - reward.takenBack);
        }
      }
      if (kept.isNothing()) {
        boolean gone = reward.kind == RewardKind.POINTS || codes.withdraw(reward);
        after = gone ? after.is(ReferralReward.State.REVERSED) : after;
      }
      if (after != reward) {
        store.saveReward(after);
      }
      taken += after.takenBack;
    }
    return taken;
  }

  private List<ReferralReward> current(Referral referral) {
    List<ReferralReward> current = new ArrayList<>();
    for (ReferralReward reward : store.rewards(referral.id)) {
      if (reward.life == referral.life && reward.state != ReferralReward.State.REVERSED) {
        current.add(reward);
      }
    }
    return current;
  }

  /** What both sides have in the referral's present life. */
  TellReferrals.Gifts gifts(Referral referral) {
    TellReferrals.Gifts gifts = TellReferrals.Gifts.NONE;
    for (ReferralReward reward : store.rewards(referral.id)) {
      gifts = reward.life == referral.life ? gifts.with(reward, "") : gifts;
    }
    return gifts;
  }
}
