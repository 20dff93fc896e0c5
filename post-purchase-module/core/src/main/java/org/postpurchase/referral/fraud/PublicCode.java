package org.postpurchase.referral.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postpurchase.referral.FraudCase;
import org.postpurchase.referral.FraudSignal;
import org.postpurchase.referral.Method;

/**
 * The code stands on a page for everybody: a coupon site led to the link, or many strangers have
 * typed it within a week.
 */
final class PublicCode implements FraudSignal {
  private static final int TYPED = 15;
  private static final Pattern COUPONS =
      Pattern.compile(
          "coupon|voucher|promo-?code|gutschein|rabatt|(?<!i)deals|dealz|dealabs|(^|\\.|-|join)honey\\."
              + "|wikibuy|retailmenot|capitaloneshopping|discountcode|codepromo");

  @Override
  public String key() {
    return "PUBLIC_CODE";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public Optional<String> evidence(FraudCase about) {
    String referrer = about.referral.claim.referrer;
    if (COUPONS.matcher(referrer).find()) {
      return Optional.of("page:" + referrer);
    }
    Instant since = about.now.minus(Duration.ofDays(7));
    long typed =
        about.others.stream()
            .filter(other -> other.claim.method == Method.CODE && other.claim.at.isAfter(since))
            .count();
    return about.referral.claim.method == Method.CODE && typed >= TYPED
        ? Optional.of("typed within a week:" + (typed + 1))
        : Optional.empty();
  }
}
