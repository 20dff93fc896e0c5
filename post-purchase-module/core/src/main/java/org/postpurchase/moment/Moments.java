package org.postpurchase.moment;

import java.util.Collection;

/**
 * The one door for everything that can start, move or end a series.
 *
 * <p>Every feature reports what happened here, in the transaction in which it happened: the moment
 * and its consequences are committed with it or not at all. Reporting a moment again under the same
 * trigger and key, from any node and in any number, changes nothing.
 */
public interface Moments {
  /** A shop in which nobody listens. */
  Moments NOBODY = moments -> 0;

  /**
   * Reports what happened to any number of people at once, with statements that do not grow with
   * the number where the database allows it.
   *
   * @return how many runs of series were begun
   * @throws IllegalArgumentException for a trigger that is not registered; nothing is reported then
   */
  int report(Collection<Moment> moments);
}
