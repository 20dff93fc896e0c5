package org.postpurchase.sms.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.sms.PhoneNumbers;

/** States and provinces of North American area codes, which mobile numbers have too. Immutable. */
final class AreaCodes {
  private static final String FILE = "area-codes.properties";
  private static final String NORTH_AMERICA = "+1";
  private static final int CODE_ENDS = NORTH_AMERICA.length() + 3;

  private final Map<String, String> regions = new HashMap<>();

  private AreaCodes(Properties file) {
    for (String region : file.stringPropertyNames()) {
      for (String code : file.getProperty(region).trim().split("\\s*,\\s*")) {
        regions.put(code, region);
      }
    }
  }

  static AreaCodes shipped() {
    Properties file = new Properties();
    try (InputStream in = PhoneNumbers.class.getResourceAsStream(FILE)) {
      file.load(in);
    } catch (IOException | NullPointerException e) {
      throw new PostPurchaseException("The file " + FILE + " of the plugin cannot be read.", e);
    }
    return new AreaCodes(file);
  }

  /** Such as {@code TX}; empty for a number elsewhere, or whose code says nothing. */
  String regionOf(String e164, String country) {
    if (!e164.startsWith(NORTH_AMERICA) || e164.length() < CODE_ENDS) {
      return "";
    }
    String region = regions.getOrDefault(e164.substring(NORTH_AMERICA.length(), CODE_ENDS), "");
    return region.startsWith(country + "-") ? region.substring(country.length() + 1) : "";
  }
}
