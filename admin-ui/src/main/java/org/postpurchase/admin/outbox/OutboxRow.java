package org.postpurchase.admin.outbox;

import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.outbox.OutboxEntry;

/** Plain values of one entry for the page. */
final class OutboxRow {
  private final OutboxEntry entry;
  private final String orderNumber;
  private final Moments moments;

  OutboxRow(OutboxEntry entry, Map<Long, String> orderNumbers, Moments moments) {
    this.entry = entry;
    this.orderNumber = orderNumbers.get(entry.event.orderId);
    this.moments = moments;
  }

  public long getId() {
    return entry.id;
  }

  public String getState() {
    return entry.state.name();
  }

  public String getHandler() {
    return entry.handler;
  }

  public String getFact() {
    return entry.event.fact.name();
  }

  public String getSource() {
    return entry.event.source.name();
  }

  public long getOrderId() {
    return entry.event.orderId;
  }

  /** The number, or the id where the host has none. */
  public String getOrder() {
    return orderNumber == null ? "#" + entry.event.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  public int getAttempts() {
    return entry.attempts;
  }

  public String getReason() {
    return entry.reason;
  }

  public String getOccurredAt() {
    return moments.of(entry.event.occurredAt);
  }

  /** When it is due; of a blocked entry, when the last attempt was. */
  public String getDueAt() {
    return moments.of(entry.dueAt);
  }
}
