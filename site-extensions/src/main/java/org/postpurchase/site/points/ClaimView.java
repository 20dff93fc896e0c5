package org.postpurchase.site.points;

/** Points that wait for the reader of the page. Getters because page templates read beans. */
public final class ClaimView {
  private final String language;
  private final String text;
  private final String button;
  private final String token;

  ClaimView(String language, String text, String button, String token) {
    this.language = language;
    this.text = text;
    this.button = button;
    this.token = token;
  }

  public String getLanguage() {
    return language;
  }

  public String getText() {
    return text;
  }

  public String getButton() {
    return button;
  }

  public String getToken() {
    return token;
  }
}
