package org.postpurchase.series;

import java.util.List;
import java.util.Optional;

/** Keeps frozen versions. Joins the caller's transaction. */
public interface SeriesVersionStore {
  /** Stores the next version of the series and returns it. */
  SeriesVersion freeze(
      long seriesId, SeriesDefinition definition, List<SeriesVersion.Wording> wordings);

  Optional<SeriesVersion> find(long versionId);

  Optional<SeriesVersion> find(long seriesId, int number);
}
