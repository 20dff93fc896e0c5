package org.postpurchase.splittest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.holdout.GroupSizes;
import org.postpurchase.holdout.Share;

/**
 * What an A/B test has shown so far: of the people of each arm whose days are over, how many did
 * what it is about. A wording has won when each arm has {@link #PEOPLE_LEAST} people and, at 95 %
 * certainty, its share is larger than that of every other arm. With more than two arms that is
 * harder than with two, so a winner that chance alone made is never likelier than 5 %. Groups of
 * which {@link GroupSizes} says that something else than chance made them get no verdict.
 * Immutable.
 */
public final class SplitResult {
  /** How many people each arm needs before anything is said. */
  public static final long PEOPLE_LEAST = 500;

  public final SplitTest test;

  /** By arm, the people whose days are over. */
  public final List<Share> arms;

  /** By arm, everybody. */
  public final List<Long> all;

  /** What can be said. */
  public enum Verdict {
    /** The groups have other sizes than they should have. */
    UNEVEN,
    /** A group has fewer than {@link #PEOPLE_LEAST} people. */
    TOO_FEW,
    /** The difference may be chance. */
    UNCLEAR,
    /** One arm is better than every other. */
    WON
  }

  public SplitResult(SplitTest test, List<Share> arms, List<Long> all) {
    this.test = test;
    this.arms = Collections.unmodifiableList(new ArrayList<>(arms));
    this.all = Collections.unmodifiableList(new ArrayList<>(all));
  }

  /** Got it less than the days of the goal ago. */
  public long waiting() {
    long waiting = 0;
    for (int arm = 0; arm < arms.size(); arm++) {
      waiting += all.get(arm) - arms.get(arm).people;
    }
    return waiting;
  }

  /** How many people the smallest arm has whose days are over. */
  public long fewest() {
    return arms.stream().mapToLong(arm -> arm.people).min().orElse(0);
  }

  public Verdict verdict() {
    if (isUneven()) {
      return Verdict.UNEVEN;
    }
    if (fewest() < PEOPLE_LEAST) {
      return Verdict.TOO_FEW;
    }
    return best() == 0 ? Verdict.UNCLEAR : Verdict.WON;
  }

  /** Number of the arm that has won, from 1; 0 for none. */
  public int winner() {
    return verdict() == Verdict.WON ? best() : 0;
  }

  private int best() {
    for (int arm = 0; arm < arms.size(); arm++) {
      if (beatsAll(arm)) {
        return arm + 1;
      }
    }
    return 0;
  }

  private boolean beatsAll(int arm) {
    for (int other = 0; other < arms.size(); other++) {
      if (other != arm && arms.get(arm).aboveLeast(arms.get(other)) <= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isUneven() {
    long[] people = all.stream().mapToLong(Long::longValue).toArray();
    double[] weights = new double[people.length];
    Arrays.fill(weights, 1);
    return GroupSizes.areUneven(people, weights);
  }
}
