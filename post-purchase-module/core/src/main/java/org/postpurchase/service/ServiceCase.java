package org.postpurchase.service;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A case as its row has it. Immutable. */
public final class ServiceCase {
  public final long id;
  public final NewCase cause;

  /** Key of the customer's mailbox. */
  public final String contact;

  public final CaseState state;

  /** Login; empty for nobody yet. */
  public final String assignee;

  public final Times times;
  public final Advertising advertising;

  /** PERSON or TIMEOUT; empty while it is open. */
  public final String closedBy;

  public final int edition;

  private ServiceCase(Builder b) {
    id = b.id;
    cause = b.cause;
    contact = b.contact;
    state = b.state;
    assignee = b.assignee;
    times = b.times;
    advertising = b.advertising;
    closedBy = b.closedBy;
    edition = b.edition;
  }

  public boolean isOpen() {
    return state != CaseState.CLOSED;
  }

  /** Whether nobody has answered although somebody should have. */
  public boolean isFirstLate(Instant now) {
    return times.firstAt == null && isOpen() && now.isAfter(times.firstDueAt);
  }

  /** Whether it should be closed by now. */
  public boolean isLate(Instant now) {
    return state == CaseState.OPEN && now.isAfter(times.dueAt);
  }

  /** The same case, to be changed. */
  public Builder but() {
    Builder b = new Builder(id, cause, contact, times);
    b.state = state;
    b.assignee = assignee;
    b.advertising = advertising;
    b.closedBy = closedBy;
    b.edition = edition;
    return b;
  }

  public static Builder of(long id, NewCase cause, Times times) {
    return new Builder(id, cause, cause.email.key(), times);
  }

  /** When what happened, and until when it should. UTC; null for what has not happened. */
  public static final class Times {
    public final Instant openedAt;
    public final Instant firstDueAt;
    public final Instant firstAt;
    public final Instant dueAt;
    public final Instant waitingSince;
    public final Instant closedAt;

    public Times(
        Instant openedAt,
        Instant firstDueAt,
        Instant firstAt,
        Instant dueAt,
        Instant waitingSince,
        Instant closedAt) {
      this.openedAt = requireNonNull(openedAt, "openedAt");
      this.firstDueAt = requireNonNull(firstDueAt, "firstDueAt");
      this.firstAt = firstAt;
      this.dueAt = requireNonNull(dueAt, "dueAt");
      this.waitingSince = waitingSince;
      this.closedAt = closedAt;
    }

    Times answered(Instant at) {
      return firstAt == null
          ? new Times(openedAt, firstDueAt, at, dueAt, waitingSince, closedAt)
          : this;
    }

    Times waiting(Instant since, Instant due) {
      return new Times(openedAt, firstDueAt, firstAt, due, since, closedAt);
    }

    Times closed(Instant at) {
      return new Times(openedAt, firstDueAt, firstAt, dueAt, null, at);
    }
  }

  /** Not thread-safe. */
  public static final class Builder {
    private final long id;
    private final NewCase cause;
    private final String contact;
    private Times times;
    private CaseState state = CaseState.OPEN;
    private String assignee = "";
    private Advertising advertising = Advertising.PAUSED;
    private String closedBy = "";
    private int edition;

    private Builder(long id, NewCase cause, String contact, Times times) {
      this.id = id;
      this.cause = cause;
      this.contact = contact;
      this.times = times;
    }

    public Builder state(CaseState value) {
      state = value;
      return this;
    }

    public Builder assignee(String login) {
      assignee = login;
      return this;
    }

    public Builder times(Times value) {
      times = value;
      return this;
    }

    public Builder advertising(Advertising value) {
      advertising = value;
      return this;
    }

    public Builder closedBy(String who) {
      closedBy = who;
      return this;
    }

    public Builder edition(int value) {
      edition = value;
      return this;
    }

    public ServiceCase build() {
      return new ServiceCase(this);
    }
  }
}
