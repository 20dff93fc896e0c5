package org.postpurchase.survey;

/** One occasion on which somebody is asked one survey: after this order. Immutable. */
public final class SurveyRef {
  public final long surveyId;
  public final long orderId;

  public SurveyRef(long surveyId, long orderId) {
    this.surveyId = surveyId;
    this.orderId = orderId;
  }

  /** Unique together with the survey. */
  public String askKey() {
    return "order:" + orderId;
  }

  /** Names the answer among all of all surveys. */
  public String key() {
    return "survey:" + surveyId + ":" + askKey();
  }
}
