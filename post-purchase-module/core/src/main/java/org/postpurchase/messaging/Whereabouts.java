package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

/** Where an address is from, such as a telephone number. Immutable. */
public final class Whereabouts {
  /** As ISO 3166 has it. */
  public final String country;

  /** Second part of the ISO 3166-2 code, such as {@code TX}; empty when unknown. */
  public final String region;

  public Whereabouts(String country, String region) {
    this.country = requireNonNull(country, "country");
    this.region = requireNonNull(region, "region");
  }
}
