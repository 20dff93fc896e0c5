package org.postpurchase.site.points;

/** The way into the programme. Getters because page templates read beans. */
public final class JoinView {
  private final String language;
  private final String heading;
  private final String text;
  private final String button;

  JoinView(String language, String heading, String text, String button) {
    this.language = language;
    this.heading = heading;
    this.text = text;
    this.button = button;
  }

  public String getLanguage() {
    return language;
  }

  public String getHeading() {
    return heading;
  }

  /** What is agreed to. */
  public String getText() {
    return text;
  }

  public String getButton() {
    return button;
  }
}
