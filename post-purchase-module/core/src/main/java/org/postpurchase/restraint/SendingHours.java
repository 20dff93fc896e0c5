package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When a person may be written to. The law holds in every zone that the person may be in; the hours
 * that a merchant narrows it to count in the one where most people of that country live.
 * Thread-safe.
 */
public final class SendingHours {
  private final SendingLaw law;
  private final CountryZones zones = CountryZones.shipped();

  public SendingHours(SendingLaw law) {
    this.law = requireNonNull(law, "law");
  }

  public SendingLaw law() {
    return law;
  }

  /** Where somebody is, as far as the shop knows. Immutable. */
  public static final class Place {
    final String country;
    final String region;
    final ZoneId otherwise;
    private final List<ZoneId> exactly;

    private Place(String country, String region, ZoneId otherwise, List<ZoneId> exactly) {
      this.country = requireNonNull(country, "country");
      this.region = requireNonNull(region, "region");
      this.otherwise = requireNonNull(otherwise, "otherwise");
      this.exactly = exactly;
    }

    /**
     * @param country as ISO 3166 has it; empty when unknown
     * @param otherwise the zone for a country that is not known, that of the shop
     */
    public static Place in(String country, ZoneId otherwise) {
      return new Place(country, "", otherwise, Collections.emptyList());
    }

    /** In that region of the country, such as {@code TX}. */
    public Place region(String newRegion) {
      return new Place(country, newRegion, otherwise, exactly);
    }

    /** In these zones, such as those of a telephone number; the country's zones hold as well. */
    public Place alsoIn(List<ZoneId> newZones) {
      return new Place(country, region, otherwise, new ArrayList<>(newZones));
    }
  }

  /**
   * All that must be open at once for a message.
   *
   * @param narrowed the hours that the merchant has chosen for the channel
   */
  public List<Opening> of(String channel, Place place, WeekHours narrowed) {
    List<ZoneId> known = zones.of(place.country);
    List<ZoneId> all = new ArrayList<>(known);
    all.addAll(place.exactly);
    if (all.isEmpty()) {
      all.add(place.otherwise);
    }
    List<Opening> openings = new ArrayList<>();
    for (WeekHours hours : law.hours(channel, place.country, place.region)) {
      all.forEach(zone -> openings.add(new Opening(hours, zone)));
    }
    if (narrowed != WeekHours.ALWAYS) {
      openings.add(new Opening(narrowed, known.isEmpty() ? place.otherwise : known.get(0)));
    }
    return openings;
  }
}
