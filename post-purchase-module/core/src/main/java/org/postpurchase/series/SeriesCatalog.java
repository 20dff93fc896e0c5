package org.postpurchase.series;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the merchant's series settings. Joins the caller's transaction; never changes anything. */
public interface SeriesCatalog {
  /** All series that are not drafts, highest priority first, then lowest id. */
  List<Series> running();

  /** {@link #find} for many, by id; those that the merchant has deleted are left out. */
  default Map<Long, Series> findAll(Collection<Long> seriesIds) {
    Map<Long, Series> found = new HashMap<>();
    seriesIds.forEach(id -> find(id).ifPresent(series -> found.put(id, series)));
    return found;
  }

  /** Empty when the merchant has deleted it. */
  Optional<Series> find(long seriesId);
}
