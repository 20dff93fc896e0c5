package org.postpurchase.admin.home;

import org.postpurchase.analytics.Work;

/** Something that waits for a person, with how much of it. */
final class HomeTask {
  private final Work work;
  private final long count;

  HomeTask(Work work, long count) {
    this.work = work;
    this.count = count;
  }

  public String getKey() {
    return work.name();
  }

  /** For the words, which are others for one. */
  public long getNumber() {
    return count;
  }

  public String getCount() {
    return count > 1000 ? "1000+" : String.valueOf(count);
  }

  public boolean isBad() {
    switch (work) {
      case CASES_OPEN:
      case REFERRALS_HELD:
      case REVIEWS_WAITING:
      case STAFF_TASKS:
      case ADJUSTMENTS:
        return false;
      default:
        return true;
    }
  }

  public String getLink() {
    switch (work) {
      case CASES_OPEN:
      case CASES_LATE:
        return "/post-purchase-cases?state=OPEN";
      case REFERRALS_HELD:
        return "/post-purchase-referrals?state=HELD";
      case REVIEWS_WAITING:
        return "/post-purchase-reviews?state=WAITING";
      case MESSAGES_UNCERTAIN:
        return "/post-purchase-messages?state=UNCERTAIN";
      case MESSAGES_DUE:
        return "/post-purchase-messages?state=QUEUED";
      case MESSAGES_FAILED:
        return "/post-purchase-messages?state=FAILED";
      case STAFF_TASKS:
        return "/post-purchase-cases/tasks";
      case ADJUSTMENTS:
        return "/post-purchase-points";
      case STEPS_PARKED:
        return "/post-purchase-enrollments";
      case EVENTS_BLOCKED:
        return "/post-purchase-outbox?state=BLOCKED";
      default:
        return "/post-purchase-blocked-work";
    }
  }
}
