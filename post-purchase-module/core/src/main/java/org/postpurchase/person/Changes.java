package org.postpurchase.person;

import java.util.List;

/**
 * Tells whose facts other features may have changed lately. Joins the caller's transaction.
 *
 * <p>Features write tables that only grow or carry the moment of their last change; whoever asks
 * remembers a place in each. Asking costs a look at the end of some indexes.
 */
public interface Changes {
  /** Remembers the ends of all tables; what is before is somebody else's to read. */
  void begin();

  /**
   * Where the ends of all tables are now; another text when any of them has grown. One statement,
   * and one about accounts once a minute, so that a shop in which nothing happens is asked little.
   */
  String ends();

  /**
   * Whose facts changed since the place that is remembered; the place moves on with the
   * transaction. The same people may be named again a little later, because rows can become visible
   * later than those after them.
   */
  List<PersonRef> next(int limit);

  /** How many orders are kept. */
  long keptOrders();
}
