package org.postpurchase.retention;

import java.time.Instant;

/** The rows of each kind that nothing needs any more. Methods join the caller's transaction. */
public interface OldRows {
  /** How many could be deleted. */
  long count(Kind kind, Instant before);

  /** Deletes up to {@code limit} of them, oldest first, and returns how many. */
  int delete(Kind kind, Instant before, int limit);

  /**
   * Longer than any contact budget looks back, {@code restraint.ChannelPace.HOURS_MAX}, with a day
   * for clocks that differ.
   */
  int DAYS_OF_BUDGETS = 32;

  /** What may go. What a kind leaves out is said in {@code docs/operations.md}. */
  enum Kind {
    /** Mails that were sent, cancelled or have failed, with their texts. */
    MESSAGES("messages", DAYS_OF_BUDGETS),
    /** What was done about events of orders; the events themselves stay. */
    OUTBOX("outbox"),
    /** Verdicts of runs that have ended. */
    DECISIONS("decisions"),
    /** What was ticked in checkouts, after it became a consent or came to nothing. */
    CHECKOUT_ANSWERS("checkout-answers"),
    /** What providers reported of mails and text messages, after it was acted upon. */
    PROVIDER_EVENTS("provider-events"),
    /** What text messages cost and what became of them. */
    TEXTS("texts"),
    /** Which links of mails were followed. */
    CLICKS("clicks");

    /** As in the name of its setting. */
    public final String setting;

    /**
     * Rows younger than so many days decide about what is sent: they stay, however few days a shop
     * has set. 0 where nothing is decided by them.
     */
    public final int leastDays;

    Kind(String setting) {
      this(setting, 0);
    }

    Kind(String setting, int leastDays) {
      this.setting = setting;
      this.leastDays = leastDays;
    }
  }
}
