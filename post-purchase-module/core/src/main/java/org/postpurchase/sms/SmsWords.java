package org.postpurchase.sms;

import java.util.Locale;
import java.util.function.Supplier;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Shop;

/**
 * The product's own words in text messages, all in the GSM alphabet. They are no merchant's
 * templates, since the law says what must be in them.
 */
public final class SmsWords {
  private final Supplier<Shop> shop;

  public SmsWords(Supplier<Shop> shop) {
    this.shop = shop;
  }

  Locale locale(Phone phone) {
    return phone.localeCode.isEmpty() ? shop.get().locale : LocaleCode.parse(phone.localeCode);
  }

  /** Asks the holder of a number to confirm what was ticked. */
  static String question(Locale locale) {
    return isGerman(locale)
        ? "${shopName}: Bitte antworten Sie JA, um Angebote per SMS zu bekommen. STOP beendet das"
            + " jederzeit. Es fallen nur die Kosten Ihrer SMS an."
        : "${shopName}: Reply YES to get offers by text message. Reply STOP at any time to end,"
            + " HELP for help. Msg & data rates may apply.";
  }

  String thanks(Locale locale) {
    return isGerman(locale)
        ? name() + ": Danke, Sie bekommen ab jetzt Angebote per SMS. STOP beendet das jederzeit."
        : name() + ": Thanks, you will get offers by text message. Reply STOP at any time to end.";
  }

  String help(Locale locale) {
    String contact = shop.get().supportEmail;
    return isGerman(locale)
        ? name() + ": Hilfe unter " + contact + ". STOP beendet alle SMS."
        : name() + ": For help contact " + contact + ". Reply STOP to end all messages.";
  }

  private String name() {
    return shop.get().name;
  }

  private static boolean isGerman(Locale locale) {
    return "de".equals(locale.getLanguage());
  }
}
