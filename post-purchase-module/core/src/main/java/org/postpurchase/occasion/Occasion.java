package org.postpurchase.occasion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.PersonTrigger;

/** A trigger that time pulls. */
public interface Occasion extends PersonTrigger {
  /**
   * What becomes of rows that are due. Reads only, for all of them at once, and joins the caller's
   * transaction.
   *
   * @return one outcome for each row
   */
  List<Outcome> look(List<DueOccasion> rows, Instant now);

  /** What is told to series, if anything, and when the person is looked at again, if ever. */
  final class Outcome {
    final DueOccasion row;
    final Optional<Moment> moment;
    final Instant next;

    private Outcome(DueOccasion row, Optional<Moment> moment, Instant next) {
      this.row = row;
      this.moment = moment;
      this.next = next;
    }

    public static Outcome tell(DueOccasion row, Moment moment, Instant next) {
      return new Outcome(row, Optional.of(moment), next);
    }

    /**
     * @param next null for never, unless something happens
     */
    public static Outcome silent(DueOccasion row, Instant next) {
      return new Outcome(row, Optional.empty(), next);
    }
  }
}
