package org.postpurchase.admin.sending;

import java.util.function.UnaryOperator;
import org.postpurchase.sunset.SunsetSetting;

/** When advertising rests, as it is typed. */
final class SunsetForm {
  public final boolean on;
  public final String messages;
  public final String days;

  /** Keys of words; empty for what is right. */
  public final String badMessages;

  public final String badDays;

  private SunsetForm(boolean on, String messages, String days) {
    this.on = on;
    this.messages = messages;
    this.days = days;
    badMessages =
        number(messages, 1, SunsetSetting.MESSAGES_MAX) < 0
            ? "PostPurchase_Sending_Bad_Messages"
            : "";
    badDays =
        number(days, SunsetSetting.DAYS_MIN, SunsetSetting.DAYS_MAX) < 0
            ? "PostPurchase_Sending_Bad_QuietDays"
            : "";
  }

  static SunsetForm of(SunsetSetting setting) {
    return new SunsetForm(
        setting.on, String.valueOf(setting.messages), String.valueOf(setting.days));
  }

  /**
   * @param parameters what is not there becomes the usual
   */
  static SunsetForm typed(UnaryOperator<String> parameters) {
    String messages = parameters.apply("sunsetMessages");
    String days = parameters.apply("sunsetDays");
    return new SunsetForm(
        parameters.apply("sunset") != null,
        messages == null ? String.valueOf(SunsetSetting.MESSAGES_USUAL) : messages.trim(),
        days == null ? String.valueOf(SunsetSetting.DAYS_USUAL) : days.trim());
  }

  boolean isGood() {
    return badMessages.isEmpty() && badDays.isEmpty();
  }

  /** Only of a good one. */
  SunsetSetting setting() {
    return new SunsetSetting(on, Integer.parseInt(messages), Integer.parseInt(days));
  }

  /** Below 0 for what is none in the range. */
  private static int number(String typed, int least, int most) {
    int value = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
    return value < least || value > most ? -1 : value;
  }
}
