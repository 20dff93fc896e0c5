package org.postpurchase.site.points;

/** The way into the programme. */
final class JoinView {
  public final String language;
  public final String heading;

  /** What is agreed to. */
  public final String text;

  public final String button;

  JoinView(String language, String heading, String text, String button) {
    this.language = language;
    this.heading = heading;
    this.text = text;
    this.button = button;
  }
}
