package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tables say about a set of people. Filled by the store, then only read. */
public final class ContactFacts {
  final Map<String, Wish> wishes = new HashMap<>();
  final Map<String, Map<String, Touch>> touches = new HashMap<>();
  final Map<String, List<DueStep>> due = new HashMap<>();
  final Map<String, ChannelPace> channels = new HashMap<>();

  void and(ContactFacts others) {
    wishes.putAll(others.wishes);
    touches.putAll(others.touches);
    due.putAll(others.due);
  }

  public void wish(String contact, Instant pausedUntil, int leastHours) {
    wishes.put(contact, new Wish(pausedUntil, leastHours));
  }

  /**
   * @param waiting whether one is on its way
   * @param lastAt when the last one left, or may have left; null for none
   */
  public void touch(String contact, String channel, boolean waiting, Instant lastAt) {
    touches
        .computeIfAbsent(contact, c -> new HashMap<>())
        .put(channel, new Touch(waiting, lastAt, ""));
  }

  public void due(String contact, DueStep step) {
    due.computeIfAbsent(contact, c -> new ArrayList<>()).add(step);
  }

  public void channel(ChannelPace pace) {
    channels.put(pace.channel, pace);
  }

  /** What a person wishes. */
  static final class Wish {
    static final Wish NONE = new Wish(null, 0);
    final Instant pausedUntil;
    final int leastHours;

    Wish(Instant pausedUntil, int leastHours) {
      this.pausedUntil = pausedUntil;
      this.leastHours = leastHours;
    }
  }

  /** The last advertising by one channel. */
  static final class Touch {
    final boolean waiting;
    final Instant lastAt;

    /** What it belonged to, if it was decided just now. */
    final String name;

    Touch(boolean waiting, Instant lastAt, String name) {
      this.waiting = waiting;
      this.lastAt = lastAt;
      this.name = name;
    }
  }

  /** A step of the person's that is due, whoever decides on it. */
  public static final class DueStep {
    public final long executionId;
    public final String stepKey;
    public final long versionId;

    /** Null when it never was put off and its first moment is not kept. */
    public final Instant plannedAt;

    public DueStep(long executionId, String stepKey, long versionId, Instant plannedAt) {
      this.executionId = executionId;
      this.stepKey = requireNonNull(stepKey, "stepKey");
      this.versionId = versionId;
      this.plannedAt = plannedAt;
    }
  }
}
