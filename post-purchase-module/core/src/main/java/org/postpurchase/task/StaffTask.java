package org.postpurchase.task;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Something that staff is to do for a person. Immutable. */
public final class StaffTask {
  public final long id;

  /** Whom it is about, as typed. */
  public final String email;

  /** The order that it is about; 0 for none. */
  public final long orderId;

  public final Text text;
  public final TaskState state;
  public final Instant openedAt;

  /** Null while it is open. */
  public final End end;

  public StaffTask(long id, String email, long orderId, Text text, TaskState state, Opened opened) {
    this.id = id;
    this.email = requireNonNull(email, "email");
    this.orderId = orderId;
    this.text = requireNonNull(text, "text");
    this.state = requireNonNull(state, "state");
    this.openedAt = requireNonNull(opened.at, "openedAt");
    this.end = opened.end;
  }

  /** What is to be done: a line, and what to say or write. */
  public static final class Text {
    public final String subject;
    public final String instructions;

    public Text(String subject, String instructions) {
      this.subject = requireNonNull(subject, "subject");
      this.instructions = requireNonNull(instructions, "instructions");
    }
  }

  /** When it was opened, and how it ended. */
  public static final class Opened {
    final Instant at;
    final End end;

    /**
     * @param end null while it is open
     */
    public Opened(Instant at, End end) {
      this.at = at;
      this.end = end;
    }
  }

  /** Who has ended it. */
  public static final class End {
    public final Instant at;

    /** Login. */
    public final String by;

    /** For colleagues; may be empty. */
    public final String note;

    public End(Instant at, String by, String note) {
      this.at = requireNonNull(at, "at");
      this.by = requireNonNull(by, "by");
      this.note = requireNonNull(note, "note");
    }
  }
}
