package org.postpurchase.person;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Rows of people that one transaction has locked. Immutable. */
public final class LockedPeople {
  /** Ids of their rows by who was asked for; two may be one person. */
  public final Map<PersonRef, Long> ids;

  /** Who each row says it is, by its id. */
  public final Map<Long, PersonRef> refs;

  public LockedPeople(Map<PersonRef, Long> ids, Map<Long, PersonRef> refs) {
    this.ids = Collections.unmodifiableMap(new HashMap<>(ids));
    this.refs = Collections.unmodifiableMap(new TreeMap<>(refs));
  }
}
