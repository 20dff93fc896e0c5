package org.postpurchase.broadleaf.config;

import org.postpurchase.shared.PostPurchaseException;

/**
 * The {@code postpurchase.batch.*} properties: how much one node takes at once. Larger batches need
 * fewer statements for each item and hold their locks longer; each is 1 to 500.
 */
public final class BatchSettings {
  private static final int MOST = 500;

  private int events = 100;
  private int steps = 250;
  private int mails = 100;

  /** Order events for one handler in one transaction. */
  public void setEvents(int events) {
    this.events = events;
  }

  /** Due steps that are decided in one transaction. */
  public void setSteps(int steps) {
    this.steps = steps;
  }

  /** Messages that are claimed, checked and read about together. */
  public void setMails(int mails) {
    this.mails = mails;
  }

  int events() {
    return checked("events", events);
  }

  int steps() {
    return checked("steps", steps);
  }

  int mails() {
    return checked("mails", mails);
  }

  private static int checked(String name, int batch) {
    if (batch < 1 || batch > MOST) {
      throw new PostPurchaseException(
          "The property postpurchase.batch."
              + name
              + " is "
              + batch
              + ", but must be from 1 to "
              + MOST
              + ".");
    }
    return batch;
  }
}
