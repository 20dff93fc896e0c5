package org.postpurchase.sms;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;

/**
 * Ends messages to a number: for everybody who has given it, and for the number itself, so that it
 * stays so when somebody gives it again. Repeating it changes nothing. Joins the caller's
 * transaction.
 */
public final class StopNumber {
  private final PhoneStore phones;
  private final Consents consents;
  private final Clock clock;

  /**
   * @param consents of this channel
   */
  public StopNumber(PhoneStore phones, Consents consents, Clock clock) {
    this.phones = phones;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * @param words of the holder, or of the provider; kept as what was said
   */
  void of(String number, String words) {
    List<Phone> holders = phones.ofNumbers(Collections.singleton(number));
    consents.unsubscribe(number, ConsentSource.SMS_REPLY, words, "");
    for (Phone phone : holders) {
      if (phone.state != Phone.State.STOPPED) {
        consents.unsubscribe(phone.contact, ConsentSource.SMS_REPLY, words, phone.localeCode);
      }
    }
    phones.become(number, Phone.State.STOPPED, clock.instant());
  }

  /** Nothing gets there; other numbers of its holders stay as they are. */
  void unreachable(String number, String words) {
    consents.bounced(number, words, clock.instant());
    phones.become(number, Phone.State.UNREACHABLE, clock.instant());
  }
}
