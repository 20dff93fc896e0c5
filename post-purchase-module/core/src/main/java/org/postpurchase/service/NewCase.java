package org.postpurchase.service;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ShownText;

/** What a case is opened with. Immutable. */
public final class NewCase {
  static final int SUBJECT_MAX = 200;
  static final int WORDS_MAX = 5000;
  private static final int KEY_MAX = 120;
  private static final int NAME_MAX = 100;

  /** Names the cause: whoever reports it again finds the same case. */
  public final String causeKey;

  public final CaseKind kind;
  public final EmailAddress email;
  public final String name;

  /** 0 for a guest. */
  public final long customerId;

  /** 0 for none. */
  public final long orderId;

  /** 0 for none. */
  public final long lineId;

  /** In a line. */
  public final String subject;

  /** What the customer wrote; empty for nothing. */
  public final String words;

  private NewCase(Builder b) {
    causeKey = b.causeKey;
    kind = b.kind;
    email = b.email;
    name = b.name;
    customerId = b.customerId;
    orderId = b.orderId;
    lineId = b.lineId;
    subject = b.subject;
    words = b.words;
  }

  /**
   * @param causeKey 1 to 120 characters, such as {@code review:12}; prefix your own with a name of
   *     yours: {@code acme:ticket-7}
   */
  public static Builder of(CaseKind kind, String causeKey, EmailAddress customer) {
    return new Builder(kind, causeKey, customer);
  }

  /** Collects the rest. Not thread-safe. */
  public static final class Builder {
    private final CaseKind kind;
    private final String causeKey;
    private final EmailAddress email;
    private String name = "";
    private long customerId;
    private long orderId;
    private long lineId;
    private String subject = "";
    private String words = "";

    private Builder(CaseKind kind, String causeKey, EmailAddress email) {
      this.kind = requireNonNull(kind, "kind");
      this.causeKey = requireNonNull(causeKey, "causeKey");
      this.email = requireNonNull(email, "email");
      if (causeKey.isEmpty() || causeKey.length() > KEY_MAX) {
        throw new IllegalArgumentException(
            "a cause's key has 1 to " + KEY_MAX + " characters: " + causeKey);
      }
    }

    /**
     * @param id 0 for a guest
     */
    public Builder customer(long id, String firstName) {
      customerId = id;
      name = ShownText.line(firstName, NAME_MAX);
      return this;
    }

    public Builder order(long id) {
      orderId = id;
      return this;
    }

    public Builder line(long id) {
      lineId = id;
      return this;
    }

    /** Cut to what the screens have room for. */
    public Builder about(String line) {
      subject = ShownText.line(line, SUBJECT_MAX);
      return this;
    }

    /** Cut at 5,000 characters: refuse longer texts before, where somebody can shorten them. */
    public Builder words(String text) {
      words = ShownText.paragraphs(text, WORDS_MAX);
      return this;
    }

    public NewCase build() {
      return new NewCase(this);
    }
  }
}
