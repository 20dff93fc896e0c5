package org.postpurchase.restraint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.postpurchase.shared.PostPurchaseException;

/**
 * The hours in which advertising may be sent, by channel and country, and the usual contact budget
 * of each channel: read from {@code sending-law.properties}, of which a lawyer can compare two
 * versions. Immutable.
 */
public final class SendingLaw {
  private static final String FILE = "sending-law.properties";
  private static final String OTHERS = "*";
  private final String version;
  private final Map<String, Integer> budgets = new HashMap<>();

  /** By channel, then by country, or country and region as {@code US-TX}. */
  private final Map<String, Map<String, WeekHours>> hours = new HashMap<>();

  private final Map<String, Map<String, String>> lines = new HashMap<>();
  private final Map<String, String> closed = new HashMap<>();

  private SendingLaw(Properties file) {
    version = file.getProperty("version", "");
    for (String key : file.stringPropertyNames()) {
      String[] parts = key.split("\\.");
      String value = file.getProperty(key).trim();
      if (parts[0].equals("budget")) {
        budgets.put(parts[1], Integer.parseInt(value));
      } else if (parts[0].equals("hours")) {
        String days = file.getProperty("closed." + parts[1] + "." + parts[2], "");
        hours
            .computeIfAbsent(parts[1], c -> new TreeMap<>())
            .put(parts[2], WeekHours.parse(value).closedOn(days));
        closed.put(parts[1] + "." + parts[2], days);
        lines.computeIfAbsent(parts[1], c -> new TreeMap<>()).put(parts[2], value);
      }
    }
  }

  /**
   * The law as this version of the plugin knows it.
   *
   * @throws PostPurchaseException if the file is missing or has a line that cannot be read
   */
  public static SendingLaw shipped() {
    return of(CountryZones.load(FILE));
  }

  static SendingLaw of(Properties file) {
    try {
      return new SendingLaw(file);
    } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
      throw new PostPurchaseException("The file " + FILE + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Which version of the file it is. */
  public String version() {
    return version;
  }

  /** Hours between two messages that advertise, unless the merchant says otherwise. */
  public int budgetHours(String channel) {
    return budgets.getOrDefault(channel, budgets.getOrDefault(OTHERS, 0));
  }

  /**
   * Everything that holds for a person there, all at once; empty when the law says nothing about
   * the channel.
   *
   * @param country as ISO 3166 has it; empty when unknown, which is treated like one not named
   * @param region such as {@code TX}; empty when unknown, and then the rules of all regions hold
   */
  List<WeekHours> hours(String channel, String country, String region) {
    Map<String, WeekHours> ofChannel = hours.getOrDefault(channel, Collections.emptyMap());
    String code = country.toUpperCase(Locale.ROOT);
    List<WeekHours> all = new ArrayList<>();
    if (ofChannel.containsKey(code)) {
      all.add(ofChannel.get(code));
    } else if (ofChannel.containsKey(OTHERS)) {
      all.add(ofChannel.get(OTHERS));
    }
    String wanted = code + "-" + region.toUpperCase(Locale.ROOT);
    ofChannel.forEach(
        (place, span) -> {
          boolean isRegion = place.startsWith(code + "-") && !code.isEmpty();
          if (isRegion && (region.isEmpty() || place.equals(wanted))) {
            all.add(span);
          }
        });
    return all;
  }

  /** Days of the year on which nothing may be sent there, as the file has them; may be empty. */
  public String closedDays(String channel, String place) {
    return closed.getOrDefault(channel + "." + place, "");
  }

  /** Hours as they are written in the file by the place they are for, for people who read them. */
  public Map<String, String> lines(String channel) {
    return Collections.unmodifiableMap(lines.getOrDefault(channel, Collections.emptyMap()));
  }
}
