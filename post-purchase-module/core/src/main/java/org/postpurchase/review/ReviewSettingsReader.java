package org.postpurchase.review;

import java.util.Optional;

/** Reads the merchant's settings as they are now. Joins the caller's transaction. */
public interface ReviewSettingsReader {
  /** Empty while reviews are switched off. */
  Optional<ReviewSettings> active();
}
