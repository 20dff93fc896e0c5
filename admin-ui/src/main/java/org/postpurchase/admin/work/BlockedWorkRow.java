package org.postpurchase.admin.work;

import java.util.Locale;
import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.shared.WorkFailure;

/** Plain values of one failed item for the page. */
final class BlockedWorkRow {
  private final WorkFailure failure;
  private final FailedItem item;

  /** Null when it is not about an order that the shop still has. */
  public final String orderNumber;

  private final Moments moments;

  /** Which work, in words. */
  public final String work;

  BlockedWorkRow(
      WorkFailure failure,
      Map<Long, String> orderNumbers,
      Moments moments,
      Words words,
      Locale locale) {
    this.failure = failure;
    this.moments = moments;
    item = new FailedItem(failure.item);
    orderNumber = orderNumbers.get(item.orderId);
    work = words.of("PostPurchase_Work_" + failure.worker, failure.worker, locale);
  }

  public String getWorker() {
    return failure.worker;
  }

  /** The key, which is also what a person reads where there is nothing better. */
  public String getItem() {
    return failure.item;
  }

  /** 0 when it is not about an account. */
  public long getAccountId() {
    return item.accountId;
  }

  public int getAttempts() {
    return failure.attempts;
  }

  public String getReason() {
    return failure.reason;
  }

  public String getSince() {
    return moments.of(failure.since);
  }

  /** When it is tried again; of a blocked item, when it last failed. */
  public String getNextAt() {
    return moments.of(failure.nextAt);
  }
}
