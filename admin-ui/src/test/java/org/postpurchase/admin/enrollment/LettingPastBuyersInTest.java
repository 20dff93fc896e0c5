package org.postpurchase.admin.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.testkit.Audit;
import org.postpurchase.admin.testkit.Directly;
import org.postpurchase.admin.testkit.Port;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.series.Backfill;
import org.postpurchase.series.BackfillStore;
import org.postpurchase.series.Backfills;
import org.postpurchase.series.SeriesCatalog;

/** Who may let past buyers in, and what is on record of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettingPastBuyersInTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  private final Audit audit = new Audit();
  private final Verifier verifier = new Verifier();
  private Backfill.State state = Backfill.State.RUNNING;
  private final EditBackfills edit =
      new EditBackfills(
          new AdminAccess(verifier, audit, new Directly()),
          new Backfills(
              Port.of(BackfillStore.class)
                  .on("move", args -> move((Backfill.State) args[1], (Backfill.State) args[2]))
                  .get(),
              Port.of(SeriesCatalog.class).on("find", args -> Optional.empty()).get(),
              null, // no series is found, so none is tried
              new Directly(),
              CLOCK),
          audit,
          new Directly());

  private boolean move(Backfill.State from, Backfill.State to) {
    boolean moves = state == from;
    state = moves ? to : state;
    return moves;
  }

  @Test
  void stopping_and_taking_back_happen_once_and_are_on_record() throws Exception {
    verifier.granting(Series.class, EntityOperationType.UPDATE);
    assertThat(edit.stop(7)).isTrue();
    assertThat(edit.stop(7)).isFalse();
    assertThat(edit.undo(7)).isTrue();
    assertThat(edit.undo(7)).isFalse();
    assertThat(audit.rows)
        .containsExactly(
            "DONE clara | stop back-fill | back-fill 7 | ",
            "DONE clara | undo back-fill | back-fill 7 | ");
  }

  @Test
  void what_is_not_possible_leaves_no_row() throws Exception {
    verifier.granting(Series.class, EntityOperationType.UPDATE);
    assertThat(edit.begin(3, 90, 12, 60)).isEqualTo(Backfills.Outcome.NOT_POSSIBLE);
    assertThat(audit.rows).isEmpty();
  }

  @Test
  void whoever_may_only_look_is_refused_on_record() {
    verifier.granting(Series.class, EntityOperationType.FETCH);
    assertThatThrownBy(() -> edit.begin(3, 90, 12, 60))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> edit.stop(7)).isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> edit.undo(7)).isInstanceOf(SecurityServiceException.class);
    assertThat(state).isEqualTo(Backfill.State.RUNNING);
    assertThat(audit.rows).hasSize(3).allMatch(row -> row.startsWith("REFUSED clara"));
  }
}
