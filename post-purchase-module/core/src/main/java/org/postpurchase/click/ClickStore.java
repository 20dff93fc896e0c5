package org.postpurchase.click;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of clicks. Methods join the caller's transaction. */
public interface ClickStore {
  /** Empty while nobody has ever switched it on. */
  Optional<Setting> setting();

  void save(boolean measured, Instant now);

  /** Keeps others from judging clicks of the message until the transaction ends. */
  Optional<Sent> lock(long messageId);

  List<Click> ofMessage(long messageId);

  /** Adds the clicks, or puts them in the place of those that are kept of the same links. */
  void keep(Sent message, Collection<Click> clicks, Map<Integer, String> targets);

  /** Those of the mailboxes whose owners do not want clicks to be measured. */
  Set<String> objecting(Collection<String> contacts);

  /** By run, the keys of the steps of which a message was clicked; runs without are left out. */
  Map<Long, Set<String>> stepsOfRuns(Collection<Long> runIds);

  /** By mailbox, the last click that counts; without those that have none. */
  Map<String, Instant> last(Collection<String> contacts);

  /** The clicks of the mailboxes that count and were made from that moment on, oldest first. */
  List<OfSeries> countedSince(Collection<String> contacts, Instant from);

  /** Clicks in mails of a step that count, newest first. */
  List<Shown> newest(long seriesId, String stepKey, Instant from, Instant until, int limit);

  /** Whether it is on, and since when there can be clicks. Immutable. */
  final class Setting {
    public final boolean measured;
    public final Instant firstOnAt;

    public Setting(boolean measured, Instant firstOnAt) {
      this.measured = measured;
      this.firstOnAt = firstOnAt;
    }
  }

  /** What is known of a message that somebody clicks in. Collects; then only read. */
  final class Sent {
    public long messageId;
    public String contact;
    public boolean marketing;

    /** When the mail server was given it, or its hand-over began; null before that. */
    public Instant handedOver;

    public long runId;
    public long seriesId;
    public String stepKey;
    public String html;
  }

  /** A click for a list. Immutable. */
  final class Shown {
    public final Instant at;
    public final String contact;
    public final long messageId;

    /** Of the mail; empty when that is not kept any more. */
    public final String subject;

    public final String path;

    public Shown(Instant at, String contact, long messageId, String subject, String path) {
      this.at = at;
      this.contact = contact;
      this.messageId = messageId;
      this.subject = subject;
      this.path = path;
    }
  }

  /** A click that counts, with what it belongs to. Immutable. */
  final class OfSeries {
    public final String contact;
    public final Instant at;
    public final long messageId;
    public final long seriesId;
    public final String stepKey;

    public OfSeries(String contact, Instant at, long messageId, long seriesId, String stepKey) {
      this.contact = contact;
      this.at = at;
      this.messageId = messageId;
      this.seriesId = seriesId;
      this.stepKey = stepKey;
    }
  }
}
