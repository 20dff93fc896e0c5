package org.postpurchase.loyalty;

import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.Phrase;

/** Points for something that happens outside of orders and is reported by its code. */
final class ForEvent implements EarningRuleType.OfEvent {
  static final SettingField<Long> POINTS = ForFirstOrder.points();
  static final SettingField<String> EVENT_CODE =
      SettingField.code("eventCode", "Event | de: Anlass")
          .help(
              "REGISTRATION is reported by itself, CHECK_IN and SHARE by shoppers once a day,"
                  + " others such as BIRTHDAY or REVIEW by code of your shop. Capital letters and"
                  + " underscores, 2 to 30. | de: REGISTRATION meldet sich von selbst, CHECK_IN und"
                  + " SHARE melden Kunden einmal am Tag, andere wie BIRTHDAY oder REVIEW meldet"
                  + " Code Ihres Shops. Großbuchstaben und Unterstriche, 2 bis 30.");
  private static final List<SettingField<?>> FIELDS =
      Collections.unmodifiableList(Arrays.<SettingField<?>>asList(EVENT_CODE, POINTS));

  @Override
  public String key() {
    return "EVENT";
  }

  @Override
  public String label() {
    return "Something else | de: Anderer Anlass";
  }

  @Override
  public List<SettingField<?>> fields() {
    return FIELDS;
  }

  @Override
  public String eventCode(EarningRule rule) {
    return rule.get(EVENT_CODE);
  }

  @Override
  public long points(EarningRule rule, Occurrence occurrence) {
    return rule.get(POINTS);
  }

  @Override
  public Optional<Phrase> way(EarningRule rule, Currency currency, Locale locale) {
    return Optional.of(Phrase.of("{0}", rule.get(POINTS)));
  }
}
