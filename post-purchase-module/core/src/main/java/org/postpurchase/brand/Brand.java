package org.postpurchase.brand;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the shop looks. Immutable; built by {@link Builder}. */
public final class Brand {
  /** Mails and pages as they look while nobody has changed anything. */
  public static final Brand USUAL = new Builder().build();

  public final Palette palette;
  public final BrandFont headings;
  public final BrandFont texts;
  public final Logo logo;

  /** Postal address and whatever else the law wants, by language; see {@code LocalText}. */
  public final String footer;

  public final List<SocialLink> links;

  /** Goes up with each save; 0 while there was none. */
  public final int edition;

  private Brand(Builder b) {
    palette = requireNonNull(b.palette, "palette");
    headings = requireNonNull(b.headings, "headings");
    texts = requireNonNull(b.texts, "texts");
    logo = requireNonNull(b.logo, "logo");
    footer = requireNonNull(b.footer, "footer");
    links = Collections.unmodifiableList(new ArrayList<>(b.links));
    edition = b.edition;
  }

  /** The same with changes. */
  public Builder but() {
    return new Builder()
        .palette(palette)
        .fonts(headings, texts)
        .logo(logo)
        .footer(footer)
        .links(links)
        .edition(edition);
  }

  /** Collects a brand's parts; anything not set is as {@link #USUAL} has it. */
  public static final class Builder {
    private Palette palette = Palette.USUAL;
    private BrandFont headings = BrandFont.GEORGIA;
    private BrandFont texts = BrandFont.SYSTEM;
    private Logo logo = Logo.NONE;
    private String footer = "";
    private List<SocialLink> links = Collections.emptyList();
    private int edition;

    public Builder palette(Palette newPalette) {
      palette = newPalette;
      return this;
    }

    public Builder fonts(BrandFont newHeadings, BrandFont newTexts) {
      headings = newHeadings;
      texts = newTexts;
      return this;
    }

    public Builder logo(Logo newLogo) {
      logo = newLogo;
      return this;
    }

    public Builder footer(String newFooter) {
      footer = newFooter;
      return this;
    }

    public Builder links(List<SocialLink> newLinks) {
      links = newLinks;
      return this;
    }

    public Builder edition(int newEdition) {
      edition = newEdition;
      return this;
    }

    public Brand build() {
      return new Brand(this);
    }
  }
}
