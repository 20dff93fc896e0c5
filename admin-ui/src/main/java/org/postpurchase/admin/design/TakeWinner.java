package org.postpurchase.admin.design;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.SettingsQuery;

/**
 * Ends the A/B test of a step in one transaction. The winner, if one is taken, becomes the template
 * of the step in the draft too, and whoever has the designer open is told that the series has
 * changed. Needs UPDATE on {@link Series} and on {@link SeriesStep}.
 */
final class TakeWinner {
  private static final String EDITION =
      "update PP_SERIES set EDITION = EDITION + 1 where SERIES_ID = :id";

  private final AdminAccess access;
  private final SettingsQuery query;
  private final DesignParts parts;

  public TakeWinner(AdminAccess access, SettingsQuery query, DesignParts parts) {
    this.access = access;
    this.query = query;
    this.parts = parts;
  }

  /**
   * @param winner number of the wording that everybody gets from now on; 0 for the step's own
   * @return the template that they get; empty when none runs any more, or that one has not won
   */
  Optional<String> end(long id, String stepKey, int winner) throws SecurityServiceException {
    String subject = "series " + id;
    access.require(Series.class, EntityOperationType.UPDATE, "end A/B test", subject);
    access.require(SeriesStep.class, EntityOperationType.UPDATE, "end A/B test", subject);
    String actor = access.actor();
    return query.read(
        em -> {
          int live = parts.series.catalog.find(id).map(series -> series.liveVersion).orElse(0);
          String own = parts.compare().template(id, live, stepKey);
          Optional<String> taken = parts.splitTests().end(id, stepKey, winner, live);
          if (taken.isPresent()) {
            if (winner > 1) {
              em.createNativeQuery(EDITION).setParameter("id", id).executeUpdate();
              for (SeriesStep step : EntitySeriesCatalog.steps(em, id)) {
                if (step.getStepKey().equals(stepKey) && own.equals(step.getTemplateKey())) {
                  step.setTemplateKey(taken.get());
                }
              }
              em.flush();
            }
            parts.base.audit.done(
                actor, "end A/B test", subject, "step " + stepKey + " sends " + taken.get());
          }
          return taken;
        });
  }
}
