package org.postpurchase.moment;

import java.util.Locale;

/**
 * A kind of happening with which a series can begin. One class for each kind; it is offered to
 * merchants, checked and documented by being registered, in a Broadleaf shop by being a bean.
 *
 * <p>Implement {@link PersonTrigger} for what happens to a person, and {@code
 * org.postpurchase.series.OrderTrigger} for what happens to an order. Implementations are
 * thread-safe.
 */
public interface Trigger {
  /**
   * Stored with series and runs, so it never changes: 1 to 30 capitals, digits and underscores, as
   * {@code REFERRAL_REWARDED}. Prefix your own with a name of yours: {@code ACME_CLUB_JOINED}.
   */
  String key();

  /** Whether an order is behind it, so that texts show the order and its products. */
  boolean isAboutOrder();

  /** What merchants read in the admin, in that language or the nearest that there is. */
  String label(Locale locale);
}
