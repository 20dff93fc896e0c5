package org.postpurchase.admin.settings;

import java.util.Optional;
import javax.persistence.EntityManager;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.postpurchase.broadleaf.entity.Series;

/**
 * The number that goes up whenever a row is saved; of a series, also with each of its steps. Taking
 * the next one locks the row until the transaction ends, so that it is checked by one admin at a
 * time.
 */
final class RowEdition {
  private static final String SERIES =
      "update PP_SERIES set EDITION = :next where SERIES_ID = :id and EDITION = :seen";
  private static final String PROGRAMME =
      "update PP_LOYALTY_PROGRAMME set EDITION = :next where PROGRAMME_ID = :id and EDITION = :seen";
  private static final String RULE =
      "update PP_EARNING_RULE set EDITION = :next where RULE_ID = :id and EDITION = :seen";

  private static final String TIER =
      "update PP_LOYALTY_TIER set EDITION = :next where TIER_ID = :id and EDITION = :seen";
  private static final String REWARD =
      "update PP_LOYALTY_REWARD set EDITION = :next where REWARD_ID = :id and EDITION = :seen";

  private static final String REVIEWS =
      "update PP_REVIEW_SETTINGS set EDITION = :next where SETTINGS_ID = :id and EDITION = :seen";

  private final String statement;
  private final Long id;
  private final int seen;

  private RowEdition(String statement, Long id, Integer seen) {
    this.statement = statement;
    this.id = id;
    this.seen = seen == null ? 0 : seen;
  }

  static RowEdition of(Series row) {
    return new RowEdition(SERIES, row.getId(), row.getEdition());
  }

  static RowEdition of(LoyaltyProgramme row) {
    return new RowEdition(PROGRAMME, row.getId(), row.getEdition());
  }

  static RowEdition of(EarningRule row) {
    return new RowEdition(RULE, row.getId(), row.getEdition());
  }

  static RowEdition of(LoyaltyTier row) {
    return new RowEdition(TIER, row.getId(), row.getEdition());
  }

  static RowEdition of(LoyaltyReward row) {
    return new RowEdition(REWARD, row.getId(), row.getEdition());
  }

  static RowEdition of(ReviewSettings row) {
    return new RowEdition(REVIEWS, row.getId(), row.getEdition());
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
            .createNativeQuery(statement)
            .setParameter("next", next())
            .setParameter("id", id)
            .setParameter("seen", seen)
            .executeUpdate();
    if (won != 1) {
      throw new SaveSettings.StaleFormException();
    }
  }
}
