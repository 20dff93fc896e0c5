package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final CodeLife life;
  private final RewardCodes codes;

  public IssueReward(
      RewardCodeStore store, RewardOffers offers, CodeLife life, SecureRandom random) {
    this.life = requireNonNull(life, "life");
    this.store = store;
    this.offers = offers;
    this.codes = new RewardCodes(random);
  }

  /**
   * @param validDays calendar days after the one of {@code now}; it may be used through the last
   * @throws PostPurchaseException when the host has no such offer that runs
   */
  public RewardCode issue(RewardGrant grant, int validDays, Locale locale, Instant now) {
    RewardCode known = store.findByKey(grant.key).orElse(null);
    if (known != null) {
      return known;
    }
    String title = title(grant.offerId, locale, now);
    String code = codes.next();
    Instant expiresAt = life.until(now, validDays);
    if (store.add(grant, code, title, now, expiresAt)) {
      offers.create(grant.offerId, code, expiresAt);
    }
    return store
        .findByKey(grant.key)
        .orElseThrow(() -> new IllegalStateException("Indicates a bug: no code " + grant.key));
  }

  /**
   * {@link #issue} for many, in a number of statements that does not depend on how many: all of
   * them get one or, when one cannot, none does.
   *
   * @throws PostPurchaseException when the host has not all of the offers any more
   */
  public void issueAll(List<RewardRequest> requests, Instant now) {
    Map<String, RewardRequest> wanted = new LinkedHashMap<>();
    requests.forEach(request -> wanted.putIfAbsent(request.grant.key, request));
    if (!wanted.isEmpty()) {
      wanted.keySet().removeAll(store.known(new ArrayList<>(wanted.keySet())));
    }
    Map<String, String> titles = new HashMap<>();
    List<NewCode> fresh = new ArrayList<>();
    for (RewardRequest request : wanted.values()) {
      long offerId = request.grant.offerId;
      String title =
          titles.computeIfAbsent(
              offerId + " " + request.locale, offer -> title(offerId, request.locale, now));
      Instant expiresAt = life.until(now, request.validDays);
      fresh.add(new NewCode(request.grant, codes.next(), title, now, expiresAt));
    }
    if (!fresh.isEmpty()) {
      store.addAll(fresh);
      offers.createAll(fresh);
    }
  }

  private String title(long offerId, Locale locale, Instant now) {
    return offers
        .title(offerId, locale, now)
        .orElseThrow(
            () ->
                new PostPurchaseException(
                    "The offer "
                        + offerId
                        + " that this step gives codes for is archived, over or deleted."
                        + " Choose another offer in the step and save the series."));
  }

  /** The code that was given out for that grant; empty when none was. */
  public Optional<RewardCode> issued(String grantKey) {
    return store.findByKey(grantKey);
  }
}
