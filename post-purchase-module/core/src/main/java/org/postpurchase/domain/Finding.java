package org.postpurchase.domain;

import static java.util.Objects.requireNonNull;

/** One thing that the DNS says, or does not. Immutable. */
public final class Finding {
  /** How bad it is. */
  public enum Level {
    GOOD,
    /** Mails arrive, but not everywhere or not for long. */
    WARNING,
    /** Large mailbox providers refuse mails. */
    BAD,
    /** Nobody answered; nothing is known. */
    UNKNOWN
  }

  /** What was looked at. */
  public enum Subject {
    SPF,
    DKIM,
    DMARC,
    MX
  }

  /** What was found; each has words and a cure in the admin. */
  public enum Code {
    SPF_FOUND(Level.GOOD),
    SPF_MISSING(Level.BAD),
    SPF_TWICE(Level.BAD),
    SPF_ALLOWS_ALL(Level.BAD),
    SPF_TOO_MANY_LOOKUPS(Level.BAD),
    SPF_OPEN_END(Level.WARNING),
    DKIM_FOUND(Level.GOOD),
    DKIM_NO_SELECTOR(Level.WARNING),
    DKIM_MISSING(Level.BAD),
    DKIM_REVOKED(Level.BAD),
    DKIM_SHORT(Level.WARNING),
    DMARC_FOUND(Level.GOOD),
    DMARC_MISSING(Level.BAD),
    DMARC_TWICE(Level.BAD),
    DMARC_BROKEN(Level.BAD),
    DMARC_NONE(Level.WARNING),
    MX_FOUND(Level.GOOD),
    MX_MISSING(Level.WARNING),
    NO_ANSWER(Level.UNKNOWN);

    public final Level level;

    Code(Level level) {
      this.level = level;
    }
  }

  public final Subject subject;
  public final Code code;

  /** The name that was looked up. */
  public final String name;

  /** The record as it stands; empty when there is none. */
  public final String record;

  Finding(Subject subject, Code code, String name, String record) {
    this.subject = requireNonNull(subject, "subject");
    this.code = requireNonNull(code, "code");
    this.name = requireNonNull(name, "name");
    this.record = requireNonNull(record, "record");
  }
}
