package org.postpurchase.site.points;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.PointsPosting;
import org.postpurchase.ledger.Verb;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Phrase;
import org.postpurchase.site.ShopTexts;

/** Points, days and movements in a shopper's words. */
final class PointsWords {
  private static final String KEY = "PostPurchase_Points_";
  private final ShopTexts texts;
  private final Supplier<ZoneId> zone;
  private final Function<String, Optional<String>> causes;

  /**
   * @param causes what the type of that key calls points that its rules gave, in all languages
   */
  PointsWords(ShopTexts texts, Supplier<ZoneId> zone, Function<String, Optional<String>> causes) {
    this.texts = texts;
    this.zone = zone;
    this.causes = causes;
  }

  String text(String name, Locale locale, Object... values) {
    return texts.get(KEY + name, locale, values);
  }

  /** A sentence of an earning rule's type; a text of the store's goes before it. */
  String phrase(String name, Locale locale, Phrase phrase) {
    return texts.get(KEY + name, locale, phrase);
  }

  /** One of the sentences about the programme. */
  String programme(String name, Locale locale, Object... values) {
    return texts.get("PostPurchase_Programme_" + name, locale, values);
  }

  String plain(String key, Locale locale) {
    return texts.get(key, locale);
  }

  String language(Locale locale) {
    return texts.language(locale);
  }

  static String number(long points, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(points);
  }

  /** With its sign, with a real minus. */
  static String signed(long points, Locale locale) {
    return (points > 0 ? "+" : points < 0 ? "\u2212" : "") + number(Math.abs(points), locale);
  }

  String day(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(moment.atZone(zone.get()));
  }

  /** The last day on which points can be used that are lost at the beginning of the next. */
  String lastDay(Instant expiry, Locale locale) {
    return day(expiry.minusMillis(1), locale);
  }

  /** Why a lot was given; a store's own event codes are shown by a text of the store's, if any. */
  String cause(PointsLot lot, Locale locale) {
    return cause(lot.cause.code, locale);
  }

  private String cause(String code, Locale locale) {
    String words = text("Cause_" + code, locale);
    return words.startsWith(KEY)
        ? causes
            .apply(code)
            .map(cause -> LocalText.in(cause, locale))
            .orElseGet(() -> text("Cause_OTHER", locale))
        : words;
  }

  /**
   * @param order what to call the order that it is about; empty for none
   */
  String movement(PointsPosting posting, String order, Locale locale) {
    String why = posting.reasonCode;
    if (posting.verb == Verb.EARN || posting.verb == Verb.MATURE || posting.verb == Verb.EXPIRE) {
      return text("Verb_" + posting.verb, locale, order.isEmpty() ? cause(why, locale) : order);
    }
    String words = otherMovement(posting, locale);
    return order.isEmpty() ? words : words + " \u00b7 " + order;
  }

  private String otherMovement(PointsPosting posting, Locale locale) {
    String why = posting.reasonCode;
    if (posting.verb == Verb.CLAW_BACK || posting.verb == Verb.ADJUST) {
      String words = text("Reason_" + why, locale);
      String reason = words.startsWith(KEY) ? text("Reason_OTHER", locale) : words;
      return text("Verb_" + posting.verb, locale, reason);
    }
    return text("Verb_" + posting.verb, locale);
  }

  /** What a movement does to the points that can be used; 0 for those that change nothing there. */
  static long change(PointsPosting posting) {
    switch (posting.verb) {
      case MATURE:
      case VOID:
      case RESTORE:
      case ADJUST:
      case MOVE_IN:
        return posting.points;
      case RESERVE:
      case CLAW_BACK:
      case EXPIRE:
      case MOVE_OUT:
        return -posting.points;
      default:
        return 0;
    }
  }
}
