package org.postpurchase.site.points;

/**
 * Where the forms of the points page go: below {@code /account}, so that the store's rules for http
 * and https, and for who must be signed in, are the same for a page and for its forms. A POST that
 * such a rule redirects arrives as GET and has lost what it wanted.
 */
final class AccountPaths {
  static final String CLAIM = "/account/post-purchase/points/claim";
  static final String JOIN = "/account/post-purchase/points/join";
  static final String EVENT = "/account/post-purchase/points/event";

  /**
   * As earlier versions had it; for pages that are open, and templates that a store has changed.
   */
  static final String EARLIER_CLAIM = "/post-purchase/points/claim";

  static final String EARLIER_JOIN = "/post-purchase/points/join";
  static final String EARLIER_EVENT = "/post-purchase/points/event";

  private AccountPaths() {}
}
