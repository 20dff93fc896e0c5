package org.postpurchase.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is to be seen of a person at once. Written by one thread, then only read. */
public final class Glance {
  /** The account of points; 0 for none. Guests have one for each order. */
  public long accountId;

  public long pendingPoints;
  public String tierKey = "";

  /** The newest word about advertising: GRANTED, WITHDRAWN, or empty. */
  public String consent = "";

  /** Widest suppression that holds: MARKETING, ALL, or empty. */
  public String suppressed = "";

  public int openCases;
  public int reviews;
  public int friends;
  private final List<String> segments = new ArrayList<>();

  /** Names of the segments that the person is in now. */
  public List<String> segments() {
    return Collections.unmodifiableList(segments);
  }

  public void addSegment(String name) {
    segments.add(name);
  }
}
