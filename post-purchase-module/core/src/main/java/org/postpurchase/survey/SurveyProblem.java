package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

/** What keeps a survey from being saved, and in which field. Immutable. */
public final class SurveyProblem {
  /** Keys of words for merchants. */
  public enum Code {
    NO_NAME,
    TOO_LONG,
    NO_WORDS,
    FEW_CHOICES,
    MANY_CHOICES,
    SAME_CHOICES,
    COOLDOWN
  }

  public final String field;
  public final Code code;

  public SurveyProblem(String field, Code code) {
    this.field = requireNonNull(field, "field");
    this.code = requireNonNull(code, "code");
  }

  @Override
  public String toString() {
    return field + ' ' + code;
  }
}
