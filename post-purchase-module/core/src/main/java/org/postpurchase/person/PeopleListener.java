package org.postpurchase.person;

import java.util.List;

/**
 * Hears of people whose rows were worked out anew, in the transaction that does it, while they are
 * locked; a failure undoes it.
 */
public interface PeopleListener {
  PeopleListener NONE = people -> {};

  /**
   * @param people with their goods; each once
   */
  void changed(List<Person> people);
}
