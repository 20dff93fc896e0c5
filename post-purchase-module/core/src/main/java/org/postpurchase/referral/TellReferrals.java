package org.postpurchase.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;

/**
 * Reports what happens to referrals as moments, in the transaction in which it happens. Advocates
 * hear of their friends only that there was one: no name, no order.
 */
public final class TellReferrals {
  public static final String FRIEND_JOINED = "FRIEND_JOINED";
  public static final String REWARDED = "REFERRAL_REWARDED";
  public static final String REDUCED = "REFERRAL_REDUCED";
  public static final String REVERSED = "REFERRAL_REVERSED";

  private final Moments moments;

  private final LongFunction<String> statusPage;

  /**
   * @param statusPage the address of an advocate's own page
   */
  public TellReferrals(Moments moments, LongFunction<String> statusPage) {
    this.moments = moments;
    this.statusPage = statusPage;
  }

  void joined(Referral referral, Advocate advocate, Optional<ReferralReward> reward) {
    Moment.Builder moment =
        toAdvocate(FRIEND_JOINED, advocate).values(values(advocate, reward, referral.dueAt));
    report(moment.happened(key(referral, "joined"), referral.changedAt));
  }

  void rewarded(Referral referral, Advocate advocate, Optional<ReferralReward> reward) {
    if (reward.isPresent()) {
      Moment.Builder moment = toAdvocate(REWARDED, advocate).values(values(advocate, reward, null));
      report(moment.happened(key(referral, "rewarded"), referral.changedAt));
    }
  }

  /** Part of the order came back; both are told, each about themselves. */
  void reduced(Referral referral, Advocate advocate, Optional<ReferralReward> reward, Instant at) {
    String key = key(referral, "reduced:" + reward.map(r -> r.takenBack).orElse(0L));
    both(REDUCED, key, referral, advocate, reward, at);
  }

  void reversed(Referral referral, Advocate advocate, Optional<ReferralReward> reward, Instant at) {
    both(REVERSED, key(referral, "reversed"), referral, advocate, reward, at);
  }

  private void both(
      String trigger,
      String key,
      Referral referral,
      Advocate advocate,
      Optional<ReferralReward> reward,
      Instant at) {
    List<Moment> all = new ArrayList<>();
    all.add(
        toAdvocate(trigger, advocate)
            .values(values(advocate, reward, null))
            .happened(key + ":advocate", at));
    if (!referral.contact.isEmpty()) {
      all.add(
          Moment.of(trigger, EmailAddress.stored(referral.contact))
              .order(referral.orderId)
              .values(MomentValues.none().text("side", "FRIEND"))
              .happened(key + ":friend", at));
    }
    moments.report(all);
  }

  private static Moment.Builder toAdvocate(String trigger, Advocate advocate) {
    Moment.Builder moment = Moment.of(trigger, EmailAddress.stored(advocate.contact));
    return advocate.customerId > 0 ? moment.customer(advocate.customerId) : moment;
  }

  private MomentValues values(Advocate advocate, Optional<ReferralReward> reward, Instant dueAt) {
    MomentValues values =
        MomentValues.none()
            .text("side", "ADVOCATE")
            .text("code", FriendCode.shown(advocate.code))
            .text("url", statusPage.apply(advocate.id));
    if (reward.isPresent()) {
      values = values.number("points", reward.get().left());
    }
    return dueAt == null ? values : values.day("due", dueAt);
  }

  private static String key(Referral referral, String what) {
    return "referral:" + referral.id + ":" + referral.life + ":" + what;
  }

  private void report(Moment moment) {
    moments.report(java.util.Collections.singletonList(moment));
  }
}
