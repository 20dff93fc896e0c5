package org.postpurchase.review;

import java.time.Instant;
import java.util.Collection;

/**
 * Which delivered lines were kept, and how many of each product. Joins the caller's transaction.
 */
public interface KeptCounts {
  /**
   * Notes lines as they are now, and adds what changed to their products' counts. Noting the same
   * again changes nothing. Lines of one order come in one call at a time.
   */
  void note(Collection<Line> lines, Instant now);

  Kept of(long productId);

  /** What the lines themselves say, counted anew. */
  Kept recount(long productId);

  /** A line that was delivered. Immutable. */
  final class Line {
    public final long lineId;
    public final long productId;
    public final boolean kept;

    public Line(long lineId, long productId, boolean kept) {
      this.lineId = lineId;
      this.productId = productId;
      this.kept = kept;
    }
  }

  /** How many buyers kept a product and how many sent all of it back. Immutable. */
  final class Kept {
    /** Below this many buyers a rate says nothing. */
    public static final int FEWEST = 20;

    public static final Kept NONE = new Kept(0, 0);

    public final long kept;
    public final long back;

    public Kept(long kept, long back) {
      this.kept = kept;
      this.back = back;
    }

    public long all() {
      return kept + back;
    }

    /** Of a hundred buyers; rounded down unless all kept it, so that nothing is glossed over. */
    public long ofHundred() {
      return all() == 0 ? 0 : kept * 100 / all();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Kept && ((Kept) o).kept == kept && ((Kept) o).back == back;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(kept * 31 + back);
    }

    @Override
    public String toString() {
      return kept + " kept, " + back + " sent back";
    }
  }
}
