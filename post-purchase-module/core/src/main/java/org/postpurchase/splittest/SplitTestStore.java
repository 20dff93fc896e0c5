package org.postpurchase.splittest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The tables of A/B tests. Methods join the caller's transaction. */
public interface SplitTestStore {
  /** All tests of all series, the newest of a step first. */
  List<SplitTest> all();

  /** Returns false when somebody else has begun that one meanwhile. */
  boolean begin(SplitTest test);

  /** Returns false when it does not run any more. */
  boolean end(SplitTest test, SplitTest.End end);

  /** Notes who got which wording; who is noted already stays as noted. */
  void note(Collection<SplitTests.Noted> noted);

  /** Those of the people that are noted, each with the moment from which on orders count. */
  Map<String, Instant> since(Collection<String> persons);

  /** Adds orders that count, each with its people; those that are there already are left out. */
  void addOrders(Map<Long, List<String>> byOrder);

  /** By arm, how many people were noted. */
  Map<Integer, Long> noted(SplitTest test);

  /** By arm, how many people were noted before that moment. */
  Map<Integer, Long> noted(SplitTest test, Instant before);

  /** By arm, how many of the people noted before that moment have followed a link in time. */
  Map<Integer, Long> clicked(SplitTest test, Instant before);
}
