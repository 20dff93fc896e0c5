package org.postpurchase.holdout;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.postpurchase.shared.HexText;
import org.postpurchase.tracking.HmacSha256;

/**
 * One comparison: of those whom a series would write to, a share gets no advertising of it. A share
 * that is changed is another comparison, with groups of its own. Immutable.
 */
public final class Holdout {
  /** Shares that can be chosen, in percent. */
  public static final int[] SHARES = {5, 10, 20, 50};

  private static final int PERCENT = 100;

  public final long seriesId;

  /** Counts the comparisons of the series, from 1. */
  public final int number;

  /** How many of 100 people are held back. */
  public final int percent;

  public final Instant startedAt;

  /** When it was ended; null while it runs. */
  public final Instant endedAt;

  private final String salt;
  private final HmacSha256 hash;

  /**
   * @param salt at least 16 letters that nobody can guess; with another one the groups are others
   * @throws IllegalArgumentException when the share is none of {@link #SHARES}
   */
  public Holdout(
      long seriesId, int number, int percent, String salt, Instant startedAt, Instant endedAt) {
    if (!isShare(percent)) {
      throw new IllegalArgumentException("a share of " + percent + " % cannot be held back");
    }
    this.seriesId = seriesId;
    this.number = number;
    this.percent = percent;
    this.salt = requireNonNull(salt, "salt");
    this.startedAt = requireNonNull(startedAt, "startedAt");
    this.endedAt = endedAt;
    hash = new HmacSha256(salt.getBytes(StandardCharsets.UTF_8));
  }

  public static boolean isShare(int percent) {
    for (int share : SHARES) {
      if (share == percent) {
        return true;
      }
    }
    return false;
  }

  public boolean isRunning() {
    return endedAt == null;
  }

  public String salt() {
    return salt;
  }

  /**
   * Where a person stands. The same for the same mailbox however often it is asked, on every node,
   * and independent of every other comparison.
   *
   * @param contact key of the mailbox
   */
  public Place place(String contact, Instant at) {
    byte[] code = hash.of(contact.getBytes(StandardCharsets.UTF_8));
    long number =
        (code[0] & 0xffL) << 24
            | (code[1] & 0xffL) << 16
            | (code[2] & 0xffL) << 8
            | code[3] & 0xffL;
    Arm arm = number % PERCENT < percent ? Arm.HELD_BACK : Arm.MESSAGED;
    return new Place(this, HexText.of(code), arm, at);
  }

  /** A person's place in a comparison. Immutable. */
  public static final class Place {
    public final Holdout holdout;

    /** A hash of the mailbox that only this comparison knows how to make: 64 hexadecimal digits. */
    public final String person;

    public final Arm arm;

    /** When the person was first written to, or would have been. */
    public final Instant at;

    Place(Holdout holdout, String person, Arm arm, Instant at) {
      this.holdout = holdout;
      this.person = person;
      this.arm = arm;
      this.at = at;
    }
  }
}
