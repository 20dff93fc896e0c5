package org.postpurchase.content;

/** What is wrong with a field of an entry. */
public enum ContentProblem {
  MISSING,
  TOO_LONG,
  /** No product or category of that number is in the shop. */
  UNKNOWN,
  /** Neither an https address nor a path of the shop. */
  NO_ADDRESS,
  /** Days that are none, or end before they begin. */
  DAYS,
  /** No language tag such as de or en-GB. */
  LANGUAGE
}
