package org.postpurchase.brand;

import java.util.Locale;

/** The six colours of a brand, each as {@code #rrggbb} in small letters. Immutable. */
public final class Palette {
  /** What mails and pages looked like before there were brands. */
  public static final Palette USUAL =
      new Palette("#1d6b52", "#ffffff", "#f3f1ec", "#ffffff", "#22302b", "#5b6963");

  /** Buttons and links. */
  public final String accent;

  /** Words on buttons. */
  public final String onAccent;

  /** Behind everything. */
  public final String ground;

  /** Behind the text. */
  public final String card;

  /** Headings and text. */
  public final String ink;

  /** Small print. */
  public final String soft;

  /**
   * @throws IllegalArgumentException when one of them is no colour; see {@link #isColour}
   */
  public Palette(
      String accent, String onAccent, String ground, String card, String ink, String soft) {
    this.accent = colour(accent);
    this.onAccent = colour(onAccent);
    this.ground = colour(ground);
    this.card = colour(card);
    this.ink = colour(ink);
    this.soft = colour(soft);
  }

  /** Whether the text is {@code #} and six hexadecimal digits. */
  public static boolean isColour(String text) {
    return text != null && text.matches("#[0-9a-fA-F]{6}");
  }

  private static String colour(String text) {
    if (!isColour(text)) {
      throw new IllegalArgumentException("'" + text + "' is no colour such as #1d6b52");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Palette && other.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return String.join(" ", accent, onAccent, ground, card, ink, soft);
  }
}
