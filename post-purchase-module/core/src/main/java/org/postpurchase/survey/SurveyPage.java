package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.postpurchase.order.OrderSnapshot;

/** What the page behind a link has to show. Immutable. */
public final class SurveyPage {
  /** What there is to do. */
  public enum State {
    OPEN,
    /** This occasion has an answer: the first stays. */
    ANSWERED,
    /** The person answered another survey lately. */
    LATELY
  }

  public final SurveyRef ref;
  public final State state;
  public final OrderSnapshot order;
  public final int version;

  /** The questions; of an answered one those that were answered. */
  public final SurveyContent content;

  public final Optional<SurveyAnswer> answer;

  SurveyPage(
      SurveyRef ref,
      State state,
      OrderSnapshot order,
      int version,
      SurveyContent content,
      Optional<SurveyAnswer> answer) {
    this.ref = requireNonNull(ref, "ref");
    this.state = requireNonNull(state, "state");
    this.order = requireNonNull(order, "order");
    this.version = version;
    this.content = requireNonNull(content, "content");
    this.answer = requireNonNull(answer, "answer");
  }
}
