package org.postpurchase.sms;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What shoppers ticked at the question for text messages. Methods join the caller's transaction.
 */
public interface SmsAnswers {
  /** Keeps the newest answer given in a checkout. */
  void answer(long orderId, Answer answer);

  Optional<Answer> find(long orderId);

  /** By order id; orders without an answer are left out. */
  Map<Long, Answer> findAll(Collection<Long> orderIds);

  /** One answer. */
  final class Answer {
    public final boolean granted;

    /** What was written beside the box, at most 2,000 characters. */
    public final String textShown;

    public final String localeCode;
    public final Instant answeredAt;

    public Answer(boolean granted, String textShown, String localeCode, Instant answeredAt) {
      this.granted = granted;
      this.textShown = textShown;
      this.localeCode = localeCode;
      this.answeredAt = answeredAt;
    }
  }
}
