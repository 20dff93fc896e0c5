package org.postpurchase.series;

import java.util.List;
import java.util.Optional;

/** Reads the merchant's series settings. Joins the caller's transaction; never changes anything. */
public interface SeriesCatalog {
  /** All series that are not drafts, highest priority first, then lowest id. */
  List<Series> running();

  /** Empty when the merchant has deleted it. */
  Optional<Series> find(long seriesId);
}
