package org.postpurchase.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;

/**
 * Reports what happens to referrals as moments, in the transaction in which it happens: to the
 * advocate, and to the friend where it concerns the friend too. Advocates hear of their friends
 * only that there was one: no name, no order.
 */
public final class TellReferrals {
  public static final String FRIEND_JOINED = "FRIEND_JOINED";
  public static final String REWARDED = "REFERRAL_REWARDED";
  public static final String REDUCED = "REFERRAL_REDUCED";
  public static final String REVERSED = "REFERRAL_REVERSED";

  private final Moments moments;
  private final LongFunction<String> statusPage;
  private final OrderReader orders;

  /**
   * @param statusPage the address of an advocate's own page
   * @param orders whom to address, and in which language
   */
  public TellReferrals(Moments moments, LongFunction<String> statusPage, OrderReader orders) {
    this.moments = moments;
    this.statusPage = statusPage;
    this.orders = orders;
  }

  /** The rewards of one referral as they are now, and the codes that were given out. */
  static final class Gifts {
    static final Gifts NONE = new Gifts();
    private final List<ReferralReward> rewards = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    Gifts with(ReferralReward reward, String code) {
      Gifts more = new Gifts();
      more.rewards.addAll(rewards);
      more.codes.addAll(codes);
      more.rewards.add(reward);
      more.codes.add(code);
      return more;
    }

    Optional<ReferralReward> of(ReferralReward.Side side) {
      return rewards.stream().filter(r -> r.side == side).findFirst();
    }

    /** Points that were taken back of that side. */
    long takenBack(ReferralReward.Side side) {
      return of(side).map(r -> r.takenBack).orElse(0L);
    }

    /** Of both sides. */
    long takenBack() {
      return rewards.stream().mapToLong(r -> r.takenBack).sum();
    }

    String code(ReferralReward.Side side) {
      return of(side).map(r -> codes.get(rewards.indexOf(r))).orElse("");
    }
  }

  /** The friend has ordered; a friend without a reward of their own knows that already. */
  void joined(Referral referral, Advocate advocate, Gifts gifts) {
    List<Moment> all = new ArrayList<>();
    String key = key(referral, "joined");
    all.add(
        toAdvocate(FRIEND_JOINED, advocate)
            .values(ofAdvocate(advocate, gifts, referral.dueAt))
            .happened(key, referral.changedAt));
    if (gifts.of(ReferralReward.Side.FRIEND).isPresent()) {
      toFriend(FRIEND_JOINED, referral)
          .map(to -> to.values(ofFriend(gifts, referral.dueAt)))
          .ifPresent(to -> all.add(to.happened(key + ":friend", referral.changedAt)));
    }
    moments.report(all);
  }

  /** What was promised is paid: each side hears of what it has got itself. */
  void rewarded(Referral referral, Advocate advocate, Gifts gifts) {
    List<Moment> all = new ArrayList<>();
    String key = key(referral, "rewarded");
    if (gifts.of(ReferralReward.Side.ADVOCATE).isPresent()) {
      all.add(
          toAdvocate(REWARDED, advocate)
              .values(ofAdvocate(advocate, gifts, null))
              .happened(key, referral.changedAt));
    }
    if (gifts.of(ReferralReward.Side.FRIEND).isPresent()) {
      toFriend(REWARDED, referral)
          .map(to -> to.values(ofFriend(gifts, null)))
          .ifPresent(to -> all.add(to.happened(key + ":friend", referral.changedAt)));
    }
    moments.report(all);
  }

  /**
   * Part of the order came back; both are told, each about themselves, and the advocate only of
   * less than before.
   */
  void reduced(Referral referral, Advocate advocate, Gifts before, Gifts after) {
    long taken = after.takenBack(ReferralReward.Side.ADVOCATE);
    if (taken > before.takenBack(ReferralReward.Side.ADVOCATE)) {
      both(REDUCED, key(referral, "reduced:" + taken), referral, advocate, after);
      return;
    }
    String key = key(referral, "reduced:friend:" + after.takenBack());
    toFriend(REDUCED, referral)
        .map(to -> to.values(ofFriend(after, null)).happened(key, referral.changedAt))
        .ifPresent(moment -> moments.report(Collections.singleton(moment)));
  }

  void reversed(Referral referral, Advocate advocate, Gifts gifts) {
    both(REVERSED, key(referral, "reversed"), referral, advocate, gifts);
  }

  private void both(String trigger, String key, Referral referral, Advocate advocate, Gifts gifts) {
    Instant at = referral.changedAt;
    List<Moment> all = new ArrayList<>();
    all.add(
        toAdvocate(trigger, advocate)
            .values(ofAdvocate(advocate, gifts, null))
            .happened(key + ":advocate", at));
    toFriend(trigger, referral)
        .map(to -> to.values(ofFriend(gifts, null)))
        .ifPresent(to -> all.add(to.happened(key + ":friend", at)));
    moments.report(all);
  }

  private static Moment.Builder toAdvocate(String trigger, Advocate advocate) {
    Moment.Builder moment =
        Moment.of(trigger, EmailAddress.stored(advocate.contact))
            .reader(advocate.firstName, advocate.locale);
    return advocate.customerId > 0 ? moment.customer(advocate.customerId) : moment;
  }

  private Optional<Moment.Builder> toFriend(String trigger, Referral referral) {
    if (referral.contact.isEmpty()) {
      return Optional.empty();
    }
    Moment.Builder moment = Moment.of(trigger, EmailAddress.stored(referral.contact));
    OrderSnapshot order = order(referral).orElse(null);
    if (order != null) {
      moment.reader(order.firstName, order.locale);
      if (order.registered) {
        moment.customer(order.customerId);
      }
    }
    return Optional.of(moment);
  }

  /** The friend's; empty when the shop has it no more. */
  Optional<OrderSnapshot> order(Referral referral) {
    return orders.find(referral.orderId);
  }

  private MomentValues ofAdvocate(Advocate advocate, Gifts gifts, Instant dueAt) {
    return values(ReferralReward.Side.ADVOCATE, gifts, dueAt)
        .text("forFriend", "")
        .text("code", FriendCode.shown(advocate.code))
        .text("url", statusPage.apply(advocate.id));
  }

  private static MomentValues ofFriend(Gifts gifts, Instant dueAt) {
    return values(ReferralReward.Side.FRIEND, gifts, dueAt)
        .text("forFriend", "yes")
        .text("code", "")
        .text("url", "");
  }

  private static MomentValues values(ReferralReward.Side side, Gifts gifts, Instant dueAt) {
    Optional<ReferralReward> own = gifts.of(side);
    long points = own.map(ReferralReward::left).orElse(0L);
    MomentValues values =
        MomentValues.none()
            .text("side", side.name())
            .text("hasReward", own.isPresent() ? "yes" : "")
            .text("hasPoints", points > 0 ? "yes" : "")
            .number("points", points)
            .text("rewardCode", gifts.code(side));
    return dueAt == null ? values : values.day("due", dueAt);
  }

  private static String key(Referral referral, String what) {
    return "referral:" + referral.id + ":" + referral.life + ":" + what;
  }
}
