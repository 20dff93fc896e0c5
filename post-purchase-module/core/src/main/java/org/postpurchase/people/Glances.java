package org.postpurchase.people;

/** Reads what the head of a person's page shows, with a fixed number of statements. */
public interface Glances {
  Glance of(Identity person);
}
