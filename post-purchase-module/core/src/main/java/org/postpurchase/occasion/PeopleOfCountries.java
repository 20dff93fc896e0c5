package org.postpurchase.occasion;

import java.util.List;
import java.util.Set;

/**
 * Who lives where, by the country that each person's newest order went to. Nobody is known while no
 * facts about people are collected. Joins the caller's transaction and changes nothing.
 */
public interface PeopleOfCountries {
  /** Countries of which there is anybody, as ISO 3166 codes in capitals. */
  Set<String> countries();

  /** People of a country by ascending row, after that one. */
  List<Resident> after(String country, long row, int most);

  /** One of them. */
  final class Resident {
    public final long row;

    /** 0 for a guest. */
    public final long customerId;

    /** The mailbox's key; may be empty for a customer. */
    public final String mailbox;

    /** As BCP 47 tag; empty when unknown. */
    public final String language;

    public Resident(long row, long customerId, String mailbox, String language) {
      this.row = row;
      this.customerId = customerId;
      this.mailbox = mailbox;
      this.language = language;
    }
  }
}
