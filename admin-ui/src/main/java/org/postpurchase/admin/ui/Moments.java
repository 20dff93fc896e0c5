package org.postpurchase.admin.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes moments as the merchant reads them: in the shop's zone, in the admin's language. */
public final class Moments {
  private final DateTimeFormatter format;

  public Moments(ZoneId zone, Locale locale) {
    format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
  }

  /** Empty for null. */
  public String of(Instant moment) {
    return moment == null ? "" : format.format(moment);
  }
}
