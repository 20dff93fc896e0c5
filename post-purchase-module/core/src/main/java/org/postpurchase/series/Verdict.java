package org.postpurchase.series;

/** What was decided about one considered touch. */
public enum Verdict {
  SEND,
  SKIP,
  DEFER,
  EXIT
}
