package org.postpurchase.restraint;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postpurchase.shared.ShippedFile;

/**
 * Which zones each country, or region of one, has; the one where most people live first. Immutable.
 */
final class CountryZones {
  private static final String FILE = "country-zones.properties";
  private static final String REGIONS = "region-zones.properties";
  private final Map<String, List<ZoneId>> zones = new HashMap<>();

  private CountryZones(Properties file) {
    for (String country : file.stringPropertyNames()) {
      List<ZoneId> known = new ArrayList<>();
      for (String name : file.getProperty(country).trim().split("\\s*,\\s*")) {
        try {
          known.add(ZoneId.of(name));
        } catch (DateTimeException olderJdk) {
          continue; // its clock is that of another zone of the country
        }
      }
      zones.put(country, Collections.unmodifiableList(known));
    }
  }

  static CountryZones shipped() {
    Properties all = load(FILE);
    all.putAll(load(REGIONS));
    return new CountryZones(all);
  }

  /** Whether the region is known by its code, such as {@code TX}. */
  boolean knows(String countryCode, String region) {
    return zones.containsKey(key(countryCode, region));
  }

  private static String key(String countryCode, String region) {
    return (countryCode + "-" + region).toUpperCase(Locale.ROOT);
  }

  /** Those of the region, if it is known, else of the country; empty when neither is. */
  List<ZoneId> of(String countryCode, String region) {
    return zones.getOrDefault(key(countryCode, region), of(countryCode));
  }

  /** Empty for a country that is not known. */
  List<ZoneId> of(String countryCode) {
    return zones.getOrDefault(countryCode.toUpperCase(Locale.ROOT), Collections.emptyList());
  }

  static Properties load(String name) {
    return ShippedFile.read(CountryZones.class, name, file -> file);
  }
}
