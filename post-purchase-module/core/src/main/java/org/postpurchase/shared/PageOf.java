package org.postpurchase.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, and where the pages beside it are.
 *
 * @param <T> what a row tells
 */
public final class PageOf<T> {
  public final List<T> rows;

  /** To be asked for what is newer; 0 where there is nothing newer. */
  public final long newerThan;

  /** To be asked for what is older; 0 where there is nothing older. */
  public final long olderThan;

  /** Whether the list begins with its oldest row, as a queue of work does. */
  public final boolean oldestFirst;

  /** A page of a list that begins with its newest row. */
  public PageOf(List<? extends T> rows, long newerThan, long olderThan) {
    this(rows, newerThan, olderThan, false);
  }

  public PageOf(List<? extends T> rows, long newerThan, long olderThan, boolean oldestFirst) {
    this.rows = Collections.unmodifiableList(new ArrayList<>(rows));
    this.newerThan = newerThan;
    this.olderThan = olderThan;
    this.oldestFirst = oldestFirst;
  }

  /** The same page with rows made of these, all at once. */
  public <R> PageOf<R> map(Function<? super List<T>, ? extends List<R>> made) {
    return new PageOf<>(made.apply(rows), newerThan, olderThan, oldestFirst);
  }
}
