package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The host's side of a code. Joins the caller's transaction. */
public interface RewardOffers {
  /**
   * What the offer gives, in words for a shopper; empty when there is no such offer, or it is
   * archived or over by {@code now}.
   */
  Optional<String> title(long offerId, Locale locale, Instant now);

  /**
   * A code of the offer that is not one person's: nobody would pay points for what anybody gets who
   * knows that code. Empty when there is none; codes of ours, codes that work once, deleted ones
   * and those that are over by {@code now} do not count. May take long for an offer of many codes:
   * not for pages of shoppers.
   */
  Optional<String> publicCode(long offerId, Instant now);

  /**
   * What a code of the offer takes off an order; empty when that cannot be said beforehand, as of a
   * free item or delivery, or there is no such offer.
   */
  default Optional<Worth> worth(long offerId) {
    return Optional.empty();
  }

  /** A share of the merchandise, or an amount in the currency of the order. Immutable. */
  final class Worth {
    /** Of a hundred; null for an amount. */
    public final BigDecimal percent;

    /** Null for a share. */
    public final BigDecimal amount;

    private Worth(BigDecimal percent, BigDecimal amount) {
      this.percent = percent;
      this.amount = amount;
    }

    public static Worth percent(BigDecimal share) {
      return new Worth(requireNonNull(share, "share"), null);
    }

    public static Worth amount(BigDecimal off) {
      return new Worth(null, requireNonNull(off, "off"));
    }
  }

  /**
   * Makes the host accept the code for the offer until shortly after {@code expiresAt}; the exact
   * moment is judged by us, so that a shopper hears why.
   */
  void create(long offerId, String code, Instant expiresAt);

  /** {@link #create} for many; the host's side should need few statements for them. */
  default void createAll(List<NewCode> codes) {
    codes.forEach(each -> create(each.grant.offerId, each.code, each.expiresAt));
  }

  /**
   * Makes the host accept a code for longer, as {@link #create} says, if it would not by itself.
   * Uses plain statements only.
   */
  void prolong(String code, Instant expiresAt);

  /**
   * Forgets that the order used the code, as far as the host counts uses. For orders that came to
   * nothing. Uses plain statements only.
   */
  void forgetUse(long orderId, String code);
}
