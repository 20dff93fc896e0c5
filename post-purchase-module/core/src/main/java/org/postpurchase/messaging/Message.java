package org.postpurchase.messaging;

import java.time.Instant;

/** One message as read from the table. Texts are empty until it was rendered for sending. */
public final class Message {
  public final long id;
  public final NewMessage content;

  /** The Message-ID header, fixed before the first attempt and kept for every later one. */
  public final String mimeMessageId;

  public final MessageState state;
  public final int attempts;
  public final long epoch;
  public final Instant queuedAt;
  public final Instant dueAt;

  /** When it reached its final state, or null. */
  public final Instant finishedAt;

  /** When the process that holds the lease began to hand it over; null while it is only claimed. */
  public final Instant begunAt;

  /** How many hand-overs ended without anybody knowing whether the server has it. */
  public final int unclearEnds;

  /** A person chose this very message to be sent again, even if it is late. */
  public final boolean chosenToBeSentAgain;

  public final String subject;
  public final String reason;

  Message(long id, NewMessage content, String mimeMessageId, Progress progress, String subject) {
    this.id = id;
    this.content = content;
    this.mimeMessageId = mimeMessageId;
    this.state = progress.state;
    this.attempts = progress.attempts;
    this.epoch = progress.epoch;
    this.queuedAt = progress.queuedAt;
    this.dueAt = progress.dueAt;
    this.finishedAt = progress.finishedAt;
    this.reason = progress.reason;
    this.begunAt = progress.begunAt;
    this.unclearEnds = progress.unclearEnds;
    this.chosenToBeSentAgain = progress.chosenToBeSentAgain;
    this.subject = subject;
  }

  public static Message of(
      long id, NewMessage content, String mimeMessageId, Progress progress, String subject) {
    return new Message(id, content, mimeMessageId, progress, subject);
  }

  /** Where a message stands. */
  public static final class Progress {
    final MessageState state;
    final int attempts;
    final long epoch;
    final Instant queuedAt;
    final Instant dueAt;
    final Instant finishedAt;
    final String reason;
    Instant begunAt;
    int unclearEnds;
    boolean chosenToBeSentAgain;

    public Progress(
        MessageState state,
        int attempts,
        long epoch,
        Instant queuedAt,
        Instant dueAt,
        Instant finishedAt,
        String reason) {
      this.state = state;
      this.attempts = attempts;
      this.epoch = epoch;
      this.queuedAt = queuedAt;
      this.dueAt = dueAt;
      this.finishedAt = finishedAt;
      this.reason = reason;
    }

    /** With what is known about hand-overs. */
    public Progress handOver(Instant newBegunAt, int newUnclearEnds) {
      begunAt = newBegunAt;
      unclearEnds = newUnclearEnds;
      return this;
    }

    public Progress chosenToBeSentAgain(boolean chosen) {
      chosenToBeSentAgain = chosen;
      return this;
    }
  }
}
