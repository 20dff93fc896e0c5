package org.postpurchase.shared;

/**
 * Which rows of a long list, newest first, are wanted: the newest ones, or those beside a row that
 * was shown, named by its id. Turning pages by id costs the same on the last page as on the first.
 */
public final class ListPage {
  public final int size;

  /** The row beside which the page lies; 0 for the newest rows. */
  public final long id;

  /** Whether the rows that are newer than that one are wanted, and not the older ones. */
  public final boolean newer;

  private ListPage(int size, long id, boolean newer) {
    this.size = size;
    this.id = id;
    this.newer = newer;
  }

  public static ListPage newest(int size) {
    return new ListPage(size, 0, false);
  }

  public static ListPage olderThan(long id, int size) {
    return new ListPage(size, id, false);
  }

  public static ListPage newerThan(long id, int size) {
    return new ListPage(size, id, true);
  }
}
