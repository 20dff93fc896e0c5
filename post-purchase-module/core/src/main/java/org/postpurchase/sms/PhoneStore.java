package org.postpurchase.sms;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The table of people's numbers. Methods join the caller's transaction. */
public interface PhoneStore {
  /**
   * The numbers of these people, newest first, by contact; one statement for any number of people.
   */
  Map<String, List<Phone>> ofContacts(Collection<String> contacts);

  /** Everybody with one of these numbers, newest first. */
  List<Phone> ofNumbers(Collection<String> numbers);

  /**
   * Notes numbers: new rows are added, known ones (by contact and number) get the newest order,
   * language, state and question.
   */
  void put(Collection<Phone> phones, Instant now);

  /** Sets the state of the number for everybody who has it; returns how many changed. */
  int become(String number, Phone.State state, Instant now);
}
