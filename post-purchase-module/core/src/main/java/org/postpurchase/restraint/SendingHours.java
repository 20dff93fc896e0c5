package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When a person may be written to. The law of every place holds where the person may be, in every
 * zone of it; the hours that a merchant narrows it to count in the zone where most people live.
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

  /** Where somebody may be, as far as the shop knows. Immutable. */
  public static final class Place {
    final String country;
    final String region;
    final ZoneId otherwise;

    private Place(String country, String region, ZoneId otherwise) {
      this.country = requireNonNull(country, "country");
      this.region = requireNonNull(region, "region");
      this.otherwise = requireNonNull(otherwise, "otherwise");
    }

    /**
     * @param country as ISO 3166 has it; empty when unknown
     * @param otherwise the zone for a country that is not known, that of the shop
     */
    public static Place in(String country, ZoneId otherwise) {
      return new Place(country, "", otherwise);
    }

    /**
     * In that region of the country, such as {@code TX}; one that is not known by its code is left
     * out of account, so that the hours of the whole country hold.
     */
    public Place region(String newRegion) {
      return new Place(country, newRegion, otherwise);
    }
  }

  /**
   * All that must be open at once for a message.
   *
   * @param places every place where the person may be, such as that of the parcel and that of the
   *     telephone number; the first one's clock counts for the merchant's hours
   * @param narrowed the hours that the merchant has chosen for the channel
   */
  public List<Opening> of(String channel, List<Place> places, WeekHours narrowed) {
    List<Opening> openings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Place place : places) {
      if (!seen.add(place.country + "-" + place.region)) {
        continue; // number and parcel are at one place
      }
      String region = zones.knows(place.country, place.region) ? place.region : "";
      List<ZoneId> there = zones(place);
      for (WeekHours hours : law.hours(channel, place.country, region)) {
        there.forEach(zone -> openings.add(new Opening(hours, zone)));
      }
    }
    if (narrowed != WeekHours.ALWAYS) {
      openings.add(new Opening(narrowed, zones(places.get(0)).get(0)));
    }
    return openings;
  }

  private List<ZoneId> zones(Place place) {
    List<ZoneId> known = zones.of(place.country, place.region);
    return known.isEmpty() ? Collections.singletonList(place.otherwise) : known;
  }
}
