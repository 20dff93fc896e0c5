package org.postpurchase.brand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.postpurchase.order.OrderModel;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/**
 * What a brand means for mails and pages: which of the usual colours and fonts become which others,
 * and what is added. Nothing at all while the brand is the usual one. Read anew after half a minute
 * at the latest. Thread-safe.
 */
public final class BrandLook implements OrderModel.Look {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Palette USUAL = Palette.USUAL;

  private final BrandStore store;
  private final Supplier<Shop> shop;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Known known;

  private static final class Known {
    final Brand brand;
    final Instant at;

    Known(Brand brand, Instant at) {
      this.brand = brand;
      this.at = at;
    }
  }

  public BrandLook(BrandStore store, Supplier<Shop> shop, Transactions transactions, Clock clock) {
    this.store = store;
    this.shop = shop;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The brand as it was at most half a minute ago. */
  public Brand brand() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || now.isBefore(last.at) || now.isAfter(last.at.plus(FRESH))) {
      last = new Known(transactions.call(store::read), now);
      known = last;
    }
    return last.brand;
  }

  /** To be called after a save, so that this node shows it at once. */
  public void forget() {
    known = null;
  }

  @Override
  public Map<String, Object> of(Language language) {
    return of(brand(), language.locale);
  }

  /** The same for a brand that is being tried out. */
  public Map<String, Object> of(Brand brand, Locale locale) {
    Map<String, Object> look = new HashMap<>();
    look.put("colours", colours(brand.palette));
    look.put("fonts", fonts(brand));
    look.put("logo", shop.get().absolute(brand.logo.address()));
    look.put("logoWidth", brand.logo.shownWidth());
    look.put("logoHeight", brand.logo.shownHeight());
    List<String> lines = new ArrayList<>();
    for (String line : LocalText.in(brand.footer, locale).split("\\r?\\n|;")) {
      if (!line.trim().isEmpty()) {
        lines.add(line.trim());
      }
    }
    look.put("footer", lines);
    List<Map<String, Object>> links = new ArrayList<>();
    for (SocialLink link : brand.links) {
      Map<String, Object> each = new HashMap<>();
      each.put("label", link.network.label);
      each.put("url", link.url);
      links.add(each);
    }
    look.put("links", links);
    return look;
  }

  /** By property and usual colour, as {@code color #22302b}; only what is different. */
  private static Map<String, String> colours(Palette p) {
    Map<String, String> colours = new LinkedHashMap<>();
    if (p.equals(USUAL)) {
      return colours;
    }
    String tint = Contrast.mixed(p.card, p.accent, 12);
    String onTint = Contrast.readable(p.accent, tint);
    boolean tinted = !(p.accent + p.card + p.ink).equals(USUAL.accent + USUAL.card + USUAL.ink);
    everywhere(colours, USUAL.accent, p.accent);
    everywhere(colours, "#27805f", p.accent);
    put(colours, "color #ffffff", p.onAccent);
    put(colours, "background #ffffff", p.card);
    put(colours, "background #f3f1ec", p.ground);
    put(colours, "color #22302b", p.ink);
    put(colours, "color #5b6963", p.soft);
    put(colours, "border #e4e1d9", p.ground.equals(USUAL.ground) ? "#e4e1d9" : line(p));
    put(colours, "color #7fd1b2", Contrast.readable(p.accent, "#1e2428"));
    put(colours, "border #7fd1b2", Contrast.readable(p.accent, "#1e2428"));
    if (tinted) {
      for (String hero : new String[] {"#f9e6de", "#f8edd6", "#e4f0ea"}) {
        colours.put("background " + hero, tint);
      }
      for (String hero : new String[] {"#93402a", "#a5472d", "#75500f"}) {
        everywhere(colours, hero, onTint);
      }
      for (String hero : new String[] {"#40281f", "#3a3120", "#1d3a30"}) {
        colours.put("background " + hero, Contrast.mixed("#1e2428", p.accent, 18));
      }
      String dark = Contrast.readable(p.accent, Contrast.mixed("#1e2428", p.accent, 18));
      everywhere(colours, "#f0a78f", dark);
      everywhere(colours, "#e8c37a", dark);
    }
    return colours;
  }

  private static String line(Palette p) {
    return Contrast.mixed(p.card, p.ink, 12);
  }

  private static void everywhere(Map<String, String> colours, String usual, String now) {
    for (String property : new String[] {"color", "background", "border"}) {
      put(colours, property + " " + usual, now);
    }
  }

  private static void put(Map<String, String> colours, String place, String now) {
    if (!place.endsWith(now)) {
      colours.put(place, now);
    }
  }

  private static Map<String, String> fonts(Brand brand) {
    Map<String, String> fonts = new LinkedHashMap<>();
    if (brand.headings != BrandFont.GEORGIA) {
      fonts.put(BrandFont.GEORGIA.stack, brand.headings.stack);
    }
    if (brand.texts != BrandFont.SYSTEM) {
      fonts.put(BrandFont.SYSTEM.stack, brand.texts.stack);
    }
    return fonts.isEmpty() ? Collections.emptyMap() : fonts;
  }

  /** Custom properties for our blocks in the store's own pages; empty for the usual colours. */
  public String blockCss() {
    Palette p = brand().palette;
    return p.equals(USUAL)
        ? ""
        : ":root{--pp-brand-accent:" + p.accent + ";--pp-brand-on-accent:" + p.onAccent + "}";
  }

  /** Custom properties and fonts for pages that are all our own; empty for the usual brand. */
  public String css() {
    Brand brand = brand();
    Palette p = brand.palette;
    StringBuilder css = new StringBuilder(blockCss());
    if (!p.equals(USUAL)) {
      css.append(":root{--ground:").append(p.ground).append(";--card:").append(p.card);
      css.append(";--ink:").append(p.ink).append(";--soft:").append(p.soft);
      css.append(";--line:").append(line(p)).append(";--accent:").append(p.accent);
      css.append(";--on-accent:").append(p.onAccent);
      css.append(";--tint:").append(Contrast.mixed(p.card, p.accent, 12)).append('}');
      css.append("@media (prefers-color-scheme:dark){:root{--ground:#161c19;--card:#1f2723;");
      css.append("--ink:#eef2ef;--soft:#b3bfb9;--line:#36413b;--accent:");
      css.append(Contrast.readable(p.accent, "#1f2723")).append(";--on-accent:#10201a;--tint:");
      css.append(Contrast.mixed("#1f2723", p.accent, 20)).append("}}");
    }
    if (brand.headings != BrandFont.GEORGIA) {
      css.append(".brand a,h1{font-family:").append(brand.headings.stack).append("!important}");
    }
    if (brand.texts != BrandFont.SYSTEM) {
      css.append("body{font-family:").append(brand.texts.stack).append("!important}");
    }
    return css.toString();
  }
}
