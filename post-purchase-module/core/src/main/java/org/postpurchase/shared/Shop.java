package org.postpurchase.shared;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Locale;

/** What mails and pages say about the shop itself. */
public final class Shop {
  public final String name;

  /** Absolute, without a trailing slash. */
  public final String url;

  public final String supportEmail;
  public final Locale locale;
  public final ZoneId zone;

  /** Where it ships from, as ISO 3166 code in capitals; empty when unknown. */
  public final String countryCode;

  /** A shop in the country of its locale. */
  public Shop(String name, String url, String supportEmail, Locale locale, ZoneId zone) {
    this(name, url, supportEmail, locale, zone, locale.getCountry());
  }

  public Shop(
      String name,
      String url,
      String supportEmail,
      Locale locale,
      ZoneId zone,
      String countryCode) {
    this.name = requireNonNull(name, "name");
    this.url = requireNonNull(url, "url").replaceAll("/+$", "");
    this.supportEmail = requireNonNull(supportEmail, "supportEmail");
    this.locale = requireNonNull(locale, "locale");
    this.zone = requireNonNull(zone, "zone");
    this.countryCode = requireNonNull(countryCode, "countryCode");
  }

  /** Whether a parcel to that country leaves ours; false when either is unknown. */
  public boolean isAbroad(String otherCountryCode) {
    return !countryCode.isEmpty()
        && !otherCountryCode.isEmpty()
        && !countryCode.equalsIgnoreCase(otherCountryCode);
  }

  /** An absolute address on this shop for what the host stores relatively; empty stays empty. */
  public String absolute(String path) {
    if (path.isEmpty() || path.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return path;
    }
    if (path.startsWith("//")) {
      return (url.startsWith("http:") ? "http:" : "https:") + path;
    }
    return url + (path.startsWith("/") ? path : "/" + path);
  }
}
