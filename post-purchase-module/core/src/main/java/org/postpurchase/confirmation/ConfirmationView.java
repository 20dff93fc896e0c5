package org.postpurchase.confirmation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.Language;

/** Plain values for the confirmation block. Getters because page templates read beans. */
public final class ConfirmationView {
  private final Language language;
  private final String heading;
  private final List<String> paragraphs;
  private final String stepsHeading;
  private final List<String> steps;

  ConfirmationView(
      Language language,
      String heading,
      List<String> paragraphs,
      String stepsHeading,
      List<String> steps) {
    this.language = language;
    this.heading = heading;
    this.paragraphs = Collections.unmodifiableList(new ArrayList<>(paragraphs));
    this.stepsHeading = stepsHeading;
    this.steps = Collections.unmodifiableList(new ArrayList<>(steps));
  }

  /** BCP 47 tag of the texts, for the block's {@code lang} attribute. */
  public String getLanguage() {
    return language.tag;
  }

  /** Which way the texts run, for the block's {@code dir} attribute. */
  public String getDirection() {
    return language.direction();
  }

  public String getHeading() {
    return heading;
  }

  public List<String> getParagraphs() {
    return paragraphs;
  }

  public String getStepsHeading() {
    return stepsHeading;
  }

  public List<String> getSteps() {
    return steps;
  }
}
