package org.postpurchase.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of back-fills and their orders. Methods join the caller's transaction. */
public interface BackfillStore {
  /**
   * Notes one that was confirmed, with its orders and when each of them would have begun the
   * series. Nothing is noted while another one of the series goes on.
   */
  Optional<Backfill> add(
      long seriesId, Backfill.Size size, Map<Long, Instant> orders, String startedBy, Instant now);

  Optional<Backfill> find(long id);

  /** Newest first, at most twenty. */
  List<Backfill> ofSeries(long seriesId);

  /** Those that go on and whose next portion is due. */
  List<Backfill> due(Instant now);

  Optional<Instant> nextDueAt();

  /**
   * Puts off the next portion, as a claim of this one: false when somebody else has, or when it
   * does not go on any more. Locks the row until the transaction ends.
   */
  boolean claim(Backfill due, Instant now, Instant next);

  /** Moves it on if it is in that state; a state in which it goes on has its next portion now. */
  boolean move(long id, Backfill.State from, Backfill.State to, Instant now);

  /** Orders that nobody has looked at yet, newest first, with the moment of each. */
  Map<Long, Instant> waiting(long id, int most);

  /** The runs that began, by their orders. */
  void entered(long id, Map<Long, Long> runs);

  /** Orders that begin nothing, and why. */
  void leftOut(long id, Map<Long, ReasonCode> reasons);

  /** Ids of runs that it began and that are not over yet, at most so many. */
  List<Long> activeRuns(long id, int most);

  /** How many orders there are by what became of them: ENTERED, WAITING, or a reason. */
  Map<String, Integer> outcomes(long id);

  /** Removes those that ended before then, with their orders; at most so many. */
  int removeEndedBefore(Instant moment, int most);
}
