package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

/** How the programme presents itself on its public page. Empty where nothing is set. Immutable. */
public final class Branding {
  public static final Branding NONE = new Branding("", "", "", "");

  public final String headline;
  public final String intro;

  /** As {@code #1d6b52}; dark enough for white text on it. */
  public final String colour;

  /** Of {@code https}, or a path of the shop. */
  public final String logoUrl;

  public Branding(String headline, String intro, String colour, String logoUrl) {
    this.headline = requireNonNull(headline, "headline");
    this.intro = requireNonNull(intro, "intro");
    this.colour = requireNonNull(colour, "colour");
    this.logoUrl = requireNonNull(logoUrl, "logoUrl");
  }
}
