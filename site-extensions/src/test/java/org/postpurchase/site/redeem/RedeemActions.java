package org.postpurchase.site.redeem;

/** Lets tests of other packages ask where the forms of the points block go. */
public final class RedeemActions {
  private RedeemActions() {}

  public static String on(String page) {
    return RedeemMapping.actionOn(page);
  }
}
