package org.postpurchase.reward;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.PostPurchaseException;

/**
 * Gives out a code of its own to one person.
 *
 * <p>Joins the caller's transaction: code and host's row exist if and only if the caller commits.
 * The same grant again returns the first code, whatever has changed since.
 */
public final class IssueReward {
  private final RewardCodeStore store;
  private final RewardOffers offers;
  private final RewardCodes codes;

  public IssueReward(RewardCodeStore store, RewardOffers offers, SecureRandom random) {
    this.store = store;
    this.offers = offers;
    this.codes = new RewardCodes(random);
  }

  /**
   * @param validDays days from {@code now} that it may be used
   * @throws PostPurchaseException when the host has no such offer that runs
   */
  public RewardCode issue(RewardGrant grant, int validDays, Locale locale, Instant now) {
    RewardCode known = store.findByKey(grant.key).orElse(null);
    if (known != null) {
      return known;
    }
    String title =
        offers
            .title(grant.offerId, locale, now)
            .orElseThrow(
                () ->
                    new PostPurchaseException(
                        "The offer "
                            + grant.offerId
                            + " that this step gives codes for is archived, over or deleted."
                            + " Choose another offer in the step and save the series."));
    String code = codes.next();
    Instant expiresAt = now.plus(Duration.ofDays(validDays));
    if (store.add(grant, code, title, now, expiresAt)) {
      offers.create(grant.offerId, code, expiresAt);
    }
    return store
        .findByKey(grant.key)
        .orElseThrow(() -> new IllegalStateException("Indicates a bug: no code " + grant.key));
  }

  /** The code that was given out for that grant; empty when none was. */
  public Optional<RewardCode> issued(String grantKey) {
    return store.findByKey(grantKey);
  }
}
