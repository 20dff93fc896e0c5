package org.postpurchase.admin.design;

import java.util.OptionalLong;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.series.MoveRuns;

/**
 * Moves people who are inside a series to its live version, in transactions of {@value #BATCH}
 * people. Needs UPDATE on {@link Series}. One request moves up to {@value #MOST}; asked again, it
 * goes on with the rest, also after a crash.
 */
final class MovePeople {
  private static final int BATCH = 200;
  private static final int MOST = 5000;

  private final AdminAccess access;
  private final DesignParts parts;

  public MovePeople(AdminAccess access, DesignParts parts) {
    this.access = access;
    this.parts = parts;
  }

  /** How many people are inside on an earlier version. */
  int waiting(org.postpurchase.series.Series series) {
    return parts.base.transactions.call(() -> moves().countWaiting(series));
  }

  /** Returns how many were moved; 0 when the series is gone, a draft, or nobody is left. */
  int move(long id) throws SecurityServiceException {
    String subject = "series " + id;
    access.require(Series.class, EntityOperationType.UPDATE, "move people", subject);
    String actor = access.actor();
    int people = 0;
    OptionalLong after = OptionalLong.of(0);
    for (int looked = 0; after.isPresent() && looked < MOST; looked += BATCH) {
      long from = after.getAsLong();
      MoveRuns.Moved moved =
          parts.base.transactions.call(
              () -> {
                MoveRuns.Moved each =
                    parts
                        .series
                        .catalog
                        .find(id)
                        .map(series -> moves().move(series, from, BATCH))
                        .orElse(MoveRuns.NOBODY);
                if (each.people > 0) {
                  parts.base.audit.done(actor, "move people", subject, each.people + " people");
                }
                return each;
              });
      people += moved.people;
      after = moved.after;
    }
    return people;
  }

  private MoveRuns moves() {
    return parts.moves;
  }
}
