package org.postpurchase.splittest;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.HexText;
import org.postpurchase.tracking.HmacSha256;

/**
 * One A/B test of a step: everybody whom the step writes to gets one of its wordings, each with the
 * same chance. Goal and wordings are fixed when it begins; other ones are another test with groups
 * of its own. Immutable.
 */
public final class SplitTest {
  public static final int ARMS_LEAST = 2;
  public static final int ARMS_MOST = 4;

  public final Step step;

  /** The first one is the step's own. */
  public final List<Wording> arms;

  public final Goal goal;
  public final Instant startedAt;

  /** Empty while it runs. */
  public final Optional<End> end;

  private final String salt;
  private final HmacSha256 hash;

  /** Which step of which series, and the how many-th test of it. Immutable. */
  public static final class Step {
    public final long seriesId;
    public final String key;

    /** Counts the tests of the step, from 1. */
    public final int number;

    public Step(long seriesId, String key, int number) {
      this.seriesId = seriesId;
      this.key = requireNonNull(key, "key");
      this.number = number;
    }

    boolean isSame(long otherSeries, String otherKey) {
      return seriesId == otherSeries && key.equals(otherKey);
    }
  }

  /** When and how it was ended. Immutable. */
  public static final class End {
    public final Instant at;

    /** Number of the arm that everybody gets from then on, from 1; 0 for the step's own. */
    public final int winner;

    /** Number of the series version that was live then; the winner is for that and older ones. */
    public final int version;

    public End(Instant at, int winner, int version) {
      this.at = requireNonNull(at, "at");
      this.winner = winner;
      this.version = version;
    }
  }

  /**
   * @param salt at least 16 letters that nobody can guess; stands for the test in the tables
   * @throws IllegalArgumentException when there are too few or too many wordings
   */
  public SplitTest(
      Step step, List<Wording> arms, Goal goal, String salt, Instant startedAt, Optional<End> end) {
    if (arms.size() < ARMS_LEAST || arms.size() > ARMS_MOST) {
      throw new IllegalArgumentException("an A/B test cannot have " + arms.size() + " wordings");
    }
    this.step = requireNonNull(step, "step");
    this.arms = Collections.unmodifiableList(new ArrayList<>(arms));
    this.goal = requireNonNull(goal, "goal");
    this.salt = requireNonNull(salt, "salt");
    this.startedAt = requireNonNull(startedAt, "startedAt");
    this.end = end;
    hash = new HmacSha256(salt.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isRunning() {
    return !end.isPresent();
  }

  public String salt() {
    return salt;
  }

  /** Where orders of that moment can count. */
  boolean counts(Instant orderedAt) {
    return goal == Goal.ORDERED
        && startedAt.isBefore(orderedAt)
        && end.map(e -> orderedAt.isBefore(e.at.plus(goal.window))).orElse(true);
  }

  /**
   * Which wording somebody gets. The same for the same mailbox however often it is asked, on every
   * node, and independent of every other test and holdout.
   *
   * @param contact key of the mailbox
   */
  public Place place(String contact) {
    byte[] code = hash.of(contact.getBytes(StandardCharsets.UTF_8));
    long number =
        (code[0] & 0xffL) << 24
            | (code[1] & 0xffL) << 16
            | (code[2] & 0xffL) << 8
            | code[3] & 0xffL;
    return new Place(this, HexText.of(code), (int) (number % arms.size()) + 1);
  }

  /** A person's place in a test. Immutable. */
  public static final class Place {
    public final SplitTest test;

    /** A hash of the mailbox that only this test knows how to make: 64 hexadecimal digits. */
    public final String person;

    /** Number of the arm, from 1. */
    public final int arm;

    Place(SplitTest test, String person, int arm) {
      this.test = test;
      this.person = person;
      this.arm = arm;
    }

    Wording wording() {
      return test.arms.get(arm - 1);
    }
  }
}
