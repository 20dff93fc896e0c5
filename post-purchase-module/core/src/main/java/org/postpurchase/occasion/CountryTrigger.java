package org.postpurchase.occasion;

import java.time.LocalDate;
import java.util.Optional;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;

/**
 * Something that happens to everybody of a country on a day, such as a holiday. Told in the morning
 * of that day, by the country's clocks, to people whose newest order went there.
 */
interface CountryTrigger extends PersonTrigger {
  /**
   * What is told to the people of a country on that day; empty for nothing. Works outside of
   * transactions and may ask somebody else.
   *
   * @param country ISO 3166 code in capitals; empty when nobody knows it
   */
  Optional<MomentValues> on(LocalDate day, String country);

  /** The next day from that one on that is known beforehand; empty when none is. */
  Optional<LocalDate> nextFrom(LocalDate day, String country);
}
