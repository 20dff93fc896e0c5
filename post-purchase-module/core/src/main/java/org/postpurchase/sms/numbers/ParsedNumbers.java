package org.postpurchase.sms.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.sms.PhoneNumbers;

/** By libphonenumber and the number plans that it knows. */
final class ParsedNumbers implements PhoneNumbers {
  private static final Set<PhoneNumberType> MOBILE =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  /** Nobody types more, and the library reads no more. */
  private static final int TYPED_MAX = 100;

  private final AreaCodes areas = AreaCodes.shipped();
  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  @Override
  public Optional<Number> parse(String typed, String country) {
    if (typed.trim().isEmpty() || typed.length() > TYPED_MAX) {
      return Optional.empty();
    }
    String region = country.trim().toUpperCase(Locale.ROOT);
    try {
      PhoneNumber number = plans.parse(typed, region.isEmpty() ? "ZZ" : region);
      if (!plans.isValidNumber(number) || !MOBILE.contains(plans.getNumberType(number))) {
        return Optional.empty();
      }
      String own = plans.getRegionCodeForNumber(number);
      String e164 = plans.format(number, PhoneNumberFormat.E164);
      String home = own == null || own.length() != 2 ? "" : own;
      return Optional.of(new Number(e164, home, areas.regionOf(e164, home)));
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }
}
