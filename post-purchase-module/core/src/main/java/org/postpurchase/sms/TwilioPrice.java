package org.postpurchase.sms;

import java.math.BigDecimal;
import java.util.Optional;
import org.postpurchase.feedback.CallbackRequest;

/** What a callback says about costs: a negative amount, as it is taken from the account. */
final class TwilioPrice {
  private static final int DIGITS_MAX = 12;

  final BigDecimal amount;
  final String currency;

  private TwilioPrice(BigDecimal amount, String currency) {
    this.amount = amount;
    this.currency = currency;
  }

  /** Empty when it says nothing, as it does until the message has left. */
  static Optional<TwilioPrice> of(CallbackRequest request) {
    String price = request.field("Price");
    String currency = request.field("PriceUnit").trim().toUpperCase(java.util.Locale.ROOT);
    if (price.isEmpty() || price.length() > DIGITS_MAX || currency.length() != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TwilioPrice(new BigDecimal(price.trim()).abs(), currency));
    } catch (NumberFormatException noPrice) {
      return Optional.empty();
    }
  }
}
