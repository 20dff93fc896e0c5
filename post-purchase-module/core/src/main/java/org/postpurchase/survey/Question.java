package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One question, with words by language as {@link org.postpurchase.shared.LocalText}. Immutable. */
public final class Question {
  public final QuestionKind kind;
  public final String words;

  /** Of a {@link QuestionKind#CHOICE}, in their order; else empty. */
  public final List<String> choices;

  public Question(QuestionKind kind, String words, List<String> choices) {
    this.kind = requireNonNull(kind, "kind");
    this.words = requireNonNull(words, "words");
    this.choices =
        kind == QuestionKind.CHOICE
            ? Collections.unmodifiableList(new ArrayList<>(choices))
            : Collections.<String>emptyList();
  }

  /** The highest number that answers it. */
  public int most() {
    return kind == QuestionKind.CHOICE ? choices.size() - 1 : kind.most;
  }

  /** Whether the number answers it. */
  public boolean takes(int value) {
    return kind != QuestionKind.TEXT && value >= kind.least && value <= most();
  }
}
