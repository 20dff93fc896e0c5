package org.postpurchase.site.points;

/** Points that wait for the reader of the page. */
public final class ClaimView {
  public final String language;
  public final String text;
  public final String button;
  public final String token;

  ClaimView(String language, String text, String button, String token) {
    this.language = language;
    this.text = text;
    this.button = button;
    this.token = token;
  }
}
