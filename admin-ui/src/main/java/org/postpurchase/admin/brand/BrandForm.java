package org.postpurchase.admin.brand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.brand.Brand;
import org.postpurchase.brand.BrandFont;
import org.postpurchase.brand.Logo;
import org.postpurchase.brand.Palette;
import org.postpurchase.brand.SocialLink;

/** What somebody typed into the brand's form, as texts, and what it means. */
final class BrandForm {
  static final List<String> COLOURS =
      Collections.unmodifiableList(
          Arrays.asList("accent", "onAccent", "ground", "card", "ink", "soft"));
  private static final int FOOTER_MAX = 1000;
  private static final String BAD = "PostPurchase_Brand_Bad_";

  private final Map<String, String> typed;
  private final Map<String, String> problems = new LinkedHashMap<>();

  BrandForm(Map<String, String> typed) {
    this.typed = typed;
  }

  static List<String> fields() {
    List<String> fields = new ArrayList<>(COLOURS);
    fields.addAll(Arrays.asList("headings", "texts", "logoUrl", "noLogo", "footer", "edition"));
    for (SocialLink.Network network : SocialLink.Network.values()) {
      fields.add(network.name());
    }
    return fields;
  }

  static Map<String, String> of(Brand brand) {
    Map<String, String> fields = new LinkedHashMap<>();
    Palette p = brand.palette;
    fields.put("accent", p.accent);
    fields.put("onAccent", p.onAccent);
    fields.put("ground", p.ground);
    fields.put("card", p.card);
    fields.put("ink", p.ink);
    fields.put("soft", p.soft);
    fields.put("headings", brand.headings.name());
    fields.put("texts", brand.texts.name());
    fields.put("logoUrl", brand.logo.url);
    fields.put("footer", brand.footer);
    for (SocialLink.Network network : SocialLink.Network.values()) {
      fields.put(network.name(), "");
    }
    brand.links.forEach(link -> fields.put(link.network.name(), link.url));
    fields.put("edition", String.valueOf(brand.edition));
    return fields;
  }

  /**
   * What was typed, as the next edition of the brand; {@link #problems} says what is wrong.
   *
   * @param before what is saved, whose uploaded logo stays unless another address is given
   */
  Brand brand(Brand before) {
    return before
        .but()
        .palette(palette(before.palette))
        .fonts(font("headings", before.headings), font("texts", before.texts))
        .logo(logo(before.logo))
        .footer(footer())
        .links(links())
        .edition(edition() + 1)
        .build();
  }

  /** Keys of words by field. */
  Map<String, String> problems() {
    return problems;
  }

  void problem(String field, String key) {
    problems.put(field, key);
  }

  int edition() {
    String text = text("edition");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The bytes of a file that was chosen, empty for none. */
  byte[] upload() {
    String data = typed.getOrDefault("logoData", "");
    int comma = data == null ? -1 : data.indexOf(',');
    if (comma < 0) {
      return new byte[0];
    }
    try {
      return Base64.getMimeDecoder().decode(data.substring(comma + 1));
    } catch (IllegalArgumentException e) {
      problem("logo", "PostPurchase_Brand_Bad_Logo");
      return new byte[0];
    }
  }

  private Palette palette(Palette before) {
    String[] usual = before.toString().split(" ");
    String[] colours = new String[COLOURS.size()];
    for (int i = 0; i < colours.length; i++) {
      String name = COLOURS.get(i);
      String text = text(name).toLowerCase(Locale.ROOT);
      text = text.matches("[0-9a-f]{6}") ? "#" + text : text;
      if (text.matches("#[0-9a-f]{3}")) {
        text = text.replaceAll("([0-9a-f])", "$1$1");
      }
      boolean known = Palette.isColour(text);
      if (!known) {
        problem(name, BAD + "Colour");
      }
      colours[i] = known ? text : usual[i];
    }
    return new Palette(colours[0], colours[1], colours[2], colours[3], colours[4], colours[5]);
  }

  private BrandFont font(String field, BrandFont before) {
    for (BrandFont font : BrandFont.values()) {
      if (font.name().equals(text(field))) {
        return font;
      }
    }
    return before;
  }

  private Logo logo(Logo before) {
    String url = text("logoUrl");
    if (!url.isEmpty() && (url.length() > 500 || !url.matches("https://[^\\s\"'<>\\\\]+"))) {
      problem("logoUrl", BAD + "Url");
      return before;
    }
    if (!url.isEmpty()) {
      return url.equals(before.url) ? before : new Logo("", url, 0, 0);
    }
    return text("noLogo").equals("true") || !before.url.isEmpty() ? Logo.NONE : before;
  }

  private String footer() {
    String footer = text("footer").replace("\r\n", "\n");
    if (footer.codePointCount(0, footer.length()) > FOOTER_MAX) {
      problem("footer", "PostPurchase_Problem_Long");
    }
    return footer;
  }

  private List<SocialLink> links() {
    List<SocialLink> links = new ArrayList<>();
    for (SocialLink.Network network : SocialLink.Network.values()) {
      String url = text(network.name());
      if (url.isEmpty()) {
        continue;
      }
      if (SocialLink.isAddress(url)) {
        links.add(new SocialLink(network, url));
      } else {
        problem(network.name(), BAD + "Url");
      }
    }
    return links;
  }

  private String text(String field) {
    String value = typed.get(field);
    return value == null ? "" : value.trim();
  }
}
