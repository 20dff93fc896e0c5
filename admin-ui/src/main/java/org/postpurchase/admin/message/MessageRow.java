package org.postpurchase.admin.message;

import java.util.Map;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.sms.SmsLog;

/** Plain values of one message for the pages. */
final class MessageRow {
  private final Message message;

  /** What it is called, in the admin's language where we know a word. */
  public final String name;

  public final String template;
  private final String orderNumber;
  private final Moments moments;
  private SmsLog.Entry sms;

  MessageRow(
      Message message,
      String name,
      String template,
      Map<Long, String> orderNumbers,
      Moments moments) {
    this.message = message;
    this.name = name;
    this.template = template;
    this.orderNumber = orderNumbers.get(message.content.orderId);
    this.moments = moments;
  }

  /** What the provider of text messages says of it; null for other messages. */
  MessageRow with(SmsLog.Entry entry) {
    sms = entry;
    return this;
  }

  /** Empty for what is no text message, or has not left. */
  public String getSmsState() {
    return sms == null ? "" : sms.state.name();
  }

  public int getSmsSegments() {
    return sms == null ? 0 : sms.segments;
  }

  /** Amount and currency; empty while the provider has not said. */
  public String getSmsPrice() {
    return sms == null || sms.price == null
        ? ""
        : sms.price.stripTrailingZeros().toPlainString() + " " + sms.currency;
  }

  /** The provider's code for a failure; empty for none. */
  public String getSmsError() {
    return sms == null ? "" : sms.errorCode;
  }

  public long getId() {
    return message.id;
  }

  public String getState() {
    return message.state.name();
  }

  public boolean isRepeatable() {
    return message.state.canBecome(MessageState.QUEUED) && message.state != MessageState.SENDING;
  }

  public String getRecipient() {
    return message.content.recipient.toString();
  }

  /** Empty until the message was rendered. */
  public String getSubject() {
    return message.subject;
  }

  public long getOrderId() {
    return message.content.orderId;
  }

  /** The number, or the id where the host has none; empty when it is about no order. */
  public String getOrder() {
    if (message.content.orderId == 0) {
      return "";
    }
    return orderNumber == null ? "#" + message.content.orderId : orderNumber;
  }

  public boolean isOrderKnown() {
    return orderNumber != null;
  }

  /** Where everything about its reader stands; null when it is for nobody who bought anything. */
  String personLink() {
    if (orderNumber != null) {
      return PersonLink.ofOrder(message.content.orderId);
    }
    boolean toPerson = message.content.enrollmentId != 0 && getRecipient().contains("@");
    return toPerson ? PersonLink.ofMailbox(getRecipient()) : null;
  }

  /** The run of a series that it belongs to; null for none. */
  public Long getEnrollmentId() {
    return message.content.enrollmentId == 0 ? null : (Long) message.content.enrollmentId;
  }

  public String getPurpose() {
    return message.content.purpose.name();
  }

  public String getMimeMessageId() {
    return message.mimeMessageId;
  }

  public String getQueuedAt() {
    return moments.of(message.queuedAt);
  }

  /** When the next attempt is due; empty once it is over. */
  public String getDueAt() {
    return message.finishedAt == null ? moments.of(message.dueAt) : "";
  }

  public String getSentAt() {
    return message.state == MessageState.SENT ? moments.of(message.finishedAt) : "";
  }

  public String getFinishedAt() {
    return moments.of(message.finishedAt);
  }

  public int getAttempts() {
    return message.attempts;
  }

  /** How many hand-overs ended without anybody knowing whether the server has it. */
  public int getUnclearEnds() {
    return message.unclearEnds;
  }

  public String getReason() {
    return message.reason;
  }
}
