package org.postpurchase.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a survey asks: one question or two, and what is said afterwards. Immutable. */
public final class SurveyContent {
  public final List<Question> questions;

  /** By language; empty for the usual words. */
  public final String thanks;

  public SurveyContent(List<Question> questions, String thanks) {
    this.questions = Collections.unmodifiableList(new ArrayList<>(questions));
    this.thanks = thanks == null ? "" : thanks;
  }

  /** The question behind the first; empty for none. */
  public Optional<Question> second() {
    return questions.size() > 1 ? Optional.of(questions.get(1)) : Optional.empty();
  }

  /** Position of the first question that is scored; -1 for none. */
  public int scored() {
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).kind.isScored()) {
        return i;
      }
    }
    return -1;
  }
}
