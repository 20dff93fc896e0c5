package org.postpurchase.admin.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import org.postpurchase.broadleaf.entity.LoyaltyProgramme;

/** What the fields of the programme's public page may hold. All may be empty. */
final class PageFields {
  private static final int HEADLINE_MAX = 160;
  private static final int INTRO_MAX = 1000;
  private static final int LOGO_MAX = 400;
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
  private static final Pattern LOGO =
      Pattern.compile("(https://[A-Za-z0-9.-]+(:\\d{1,5})?)?/(?!/)[A-Za-z0-9._~/%?=&+-]*");

  /** Of white text on the colour, as WCAG 2 asks for text of normal size. */
  private static final double CONTRAST_MIN = 4.5;

  private PageFields() {}

  static void settle(LoyaltyProgramme row) {
    row.setHeadline(FieldLimits.trimmed(row.getHeadline()));
    row.setIntro(FieldLimits.trimmed(row.getIntro()));
    row.setLogoUrl(FieldLimits.trimmed(row.getLogoUrl()));
    String colour = FieldLimits.trimmed(row.getColour());
    row.setColour(colour == null ? null : colour.toLowerCase(Locale.ROOT));
  }

  static void check(LoyaltyProgramme row, FieldProblems found) {
    if (text(row.getHeadline()).length() > HEADLINE_MAX) {
      found.add("headline", "PostPurchase_Problem_Long");
    }
    if (text(row.getIntro()).length() > INTRO_MAX) {
      found.add("intro", "PostPurchase_Problem_Long");
    }
    String logo = text(row.getLogoUrl());
    if (logo.length() > LOGO_MAX) {
      found.add("logoUrl", "PostPurchase_Problem_Long");
    } else if (!logo.isEmpty() && !LOGO.matcher(logo).matches()) {
      found.add("logoUrl", "PostPurchase_Problem_Logo");
    }
    String colour = text(row.getColour());
    if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
      found.add("colour", "PostPurchase_Problem_Colour");
    } else if (!colour.isEmpty() && contrastWithWhite(colour) < CONTRAST_MIN) {
      found.add("colour", "PostPurchase_Problem_ColourLight");
    }
  }

  private static double contrastWithWhite(String colour) {
    double luminance =
        0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    return 1.05 / (luminance + 0.05);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
