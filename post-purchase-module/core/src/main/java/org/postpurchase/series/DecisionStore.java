package org.postpurchase.series;

import java.util.List;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;

/** Keeps verdicts. Joins the caller's transaction. */
public interface DecisionStore {
  /** Stores the verdict unless its key is taken: the first one stands. */
  boolean store(TouchDecision decision);

  /** The same for many, in their order and in two statements. */
  void storeAll(List<TouchDecision> decisions);

  /** All verdicts about an order, oldest first. */
  List<TouchDecision> ofOrder(long orderId);

  /** All verdicts in one enrollment, oldest first. */
  List<TouchDecision> ofEnrollment(long enrollmentId);

  /** Newest first; {@code verdict} null for all. */
  List<TouchDecision> list(Verdict verdict, Who who, int limit, int offset);

  int count(Verdict verdict, Who who);

  /** The same for one mailbox; {@code contact} empty for all. */
  default List<TouchDecision> list(Verdict verdict, String contact, int limit, int offset) {
    return list(verdict, Who.exactly(contact), limit, offset);
  }

  default int count(Verdict verdict, String contact) {
    return count(verdict, Who.exactly(contact));
  }

  /** For the screen that lists them. */
  Pages<Verdict, TouchDecision> pages();
}
