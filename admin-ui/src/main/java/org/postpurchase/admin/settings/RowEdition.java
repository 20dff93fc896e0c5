package org.postpurchase.admin.settings;

import java.util.Optional;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.Series;

/**
 * The number that goes up whenever a series or one of its steps is saved. Taking the next one also
 * locks the series until the transaction ends, so that its steps are checked together by one admin
 * at a time.
 */
final class SeriesEdition {
  private static final String NEXT =
      "update PP_SERIES set EDITION = :next where SERIES_ID = :id and EDITION = :seen";

  private final Series series;
  private final int seen;

  SeriesEdition(Series series) {
    this.series = series;
    this.seen = series.getEdition() == null ? 0 : series.getEdition();
  }

  int next() {
    return seen + 1;
  }

  /**
   * @param shown the edition that the form was shown with; empty when it did not say
   */
  void advance(EntityManager entities, Optional<String> shown)
      throws SaveSettings.StaleFormException {
    if (shown.isPresent() && !shown.get().trim().equals(String.valueOf(seen))) {
      throw new SaveSettings.StaleFormException();
    }
    int won =
        entities
            .createNativeQuery(NEXT)
            .setParameter("next", next())
            .setParameter("id", series.getId())
            .setParameter("seen", seen)
            .executeUpdate();
    if (won != 1) {
      throw new SaveSettings.StaleFormException();
    }
  }
}
