package org.postpurchase.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;

/**
 * What the steps of a set of candidates ask their buyers for, and the places that this takes in
 * their budgets. For one thread and one transaction.
 */
final class CandidateAsks {
  private final OrderAsks source;
  private final List<Candidate> all;
  private OrderAsks known;

  CandidateAsks(OrderAsks source, List<Candidate> all) {
    this.source = source;
    this.all = all;
  }

  /** Whether the step of the candidate requests something about its order. */
  static boolean isRequest(Candidate c) {
    return c.step.condition == ConditionType.REVIEW_OPEN && c.order.isPresent();
  }

  /** Whose budget the candidate's request would use. */
  static String contact(Candidate c) {
    return EmailAddress.stored(c.order.get().email).key();
  }

  /** Two series may call a step the same; at most 60 characters. */
  private static String step(Candidate c) {
    return c.step.key + "@" + c.enrollment.seriesId;
  }

  /** Read for all of them when the first one is asked about. */
  private OrderAsks known(Instant now) {
    if (known == null) {
      List<OrderSnapshot> orders = new ArrayList<>();
      all.stream()
          .filter(c -> c.step.condition == ConditionType.REVIEW_OPEN)
          .forEach(c -> c.order.ifPresent(orders::add));
      known = source.knowing(orders, now);
    }
    return known;
  }

  /** {@link OrderAsks#isMarketing}. */
  boolean isMarketing(Candidate c, Instant now) {
    return known(now).isMarketing(c.order.get());
  }

  /** {@link OrderAsks#objection}. */
  Optional<AskObjection> objection(Candidate c, Instant now) {
    return known(now).objection(c.order.get(), contact(c), step(c), now);
  }

  /** When the person's budget has a place for its request; empty for now, or if it is none. */
  Optional<Instant> opensAt(Candidate c, Instant now) {
    return isRequest(c)
        ? objection(c, now)
            .filter(objection -> objection.reason == AskObjection.Reason.ASK_BUDGET)
            .flatMap(objection -> objection.until)
        : Optional.empty();
  }

  /** Its request, if it is one, leaves; kept by {@link #write}. */
  void note(Candidate c, Instant now) {
    if (isRequest(c)) {
      known(now).record(c.order.get(), contact(c), step(c), now);
    }
  }

  /** Its request, if it is one, does not leave after all. */
  void takeBack(Candidate c, Instant now) {
    if (isRequest(c)) {
      known(now).takeBack(c.order.get(), contact(c), step(c));
    }
  }

  void write() {
    if (known != null) {
      known.write();
    }
  }
}
