package org.postpurchase.sms.numbers;

import org.postpurchase.sms.PhoneNumbers;

/** The one door to the library for telephone numbers. */
public final class NumbersModule {
  private NumbersModule() {}

  public static PhoneNumbers numbers() {
    return new ParsedNumbers();
  }
}
