package org.postpurchase.loyalty;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.Money;

/** A member's points will be lost on a day that is near. */
public final class PointsExpiringTrigger implements PersonTrigger {
  public static final String KEY = "POINTS_EXPIRING";

  /** A mail is no statement of account: the others are counted. */
  private static final int LOTS_MAX = 12;

  private static final String LINK = "url";

  private final ShowPointsGoing points;
  private final ZoneId zone;
  private final String pointsPage;

  /**
   * @param pointsPage address of the store's page of points
   */
  public PointsExpiringTrigger(ShowPointsGoing points, ZoneId zone, String pointsPage) {
    this.points = points;
    this.zone = zone;
    this.pointsPage = pointsPage;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return "Points about to expire";
  }

  @Override
  public boolean countsFromHappening() {
    return false;
  }

  @Override
  public boolean hasDay() {
    return true;
  }

  @Override
  public String reasonWhenOver() {
    return "POINTS_NOT_EXPIRING";
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    Instant expiresAt = moment.day.get();
    return points
        .of(moment.customerId.getAsLong(), expiresAt, now)
        .map(going -> expiring(going, expiresAt, locale, now));
  }

  private MomentValues expiring(PointsGoing going, Instant expiresAt, Locale locale, Instant now) {
    List<MomentValues> lots = new ArrayList<>();
    for (PointsLot lot : going.lots) {
      if (lots.size() < LOTS_MAX) {
        lots.add(lot(lot.available(), lot.cause.code, day(lot.createdAt, locale), expiresAt));
      }
    }
    return link()
        .number("points", going.points)
        .text("pointsName", LocalText.in(going.programme.pointsName, locale))
        .text("programme", LocalText.in(going.programme.name, locale))
        .text("worth", going.worth.map(worth -> worth.format(locale)).orElse(""))
        .number("least", going.use.map(use -> use.least).orElse(0L))
        .text("missing", missing(going, locale))
        .day("lastDay", lastMoment(expiresAt))
        .number("days", daysLeft(now, expiresAt))
        .rows("lots", lots)
        .text("more", more(going.lots.size() - lots.size()));
  }

  /** How many points are missing until any can be used; empty when none are. */
  private static String missing(PointsGoing going, Locale locale) {
    return going
        .use
        .filter(use -> use.missing > 0)
        .map(use -> NumberFormat.getIntegerInstance(locale).format(use.missing))
        .orElse("");
  }

  private static MomentValues lot(long points, String cause, String earned, Instant expiresAt) {
    return MomentValues.none()
        .number("points", points)
        .text("cause", cause)
        .text("earned", earned)
        .day("lastDay", lastMoment(expiresAt));
  }

  /** With its year, since it is long ago. */
  private String day(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .format(moment.atZone(zone));
  }

  /** Points that are lost at the beginning of a day can be used until the end of the one before. */
  private static Instant lastMoment(Instant expiresAt) {
    return expiresAt.minusMillis(1);
  }

  /** Today and the last day count. */
  private long daysLeft(Instant now, Instant expiresAt) {
    return 1
        + ChronoUnit.DAYS.between(
            now.atZone(zone).toLocalDate(), lastMoment(expiresAt).atZone(zone).toLocalDate());
  }

  private static String more(int lots) {
    return lots > 0 ? String.valueOf(lots) : "";
  }

  private MomentValues link() {
    return MomentValues.none().text(LINK, pointsPage);
  }

  @Override
  public MomentValues example(Locale locale) {
    Instant day = Instant.parse("2026-02-01T00:00:00Z");
    String earned = day(day.minus(Duration.ofDays(390)), locale);
    return link()
        .number("points", 1240)
        .text("pointsName", LocalText.in("points | de: Punkte", locale))
        .text("programme", LocalText.in("Example programme | de: Beispielprogramm", locale))
        .text("worth", Money.ofMinor(1240, Currency.getInstance("EUR")).format(locale))
        .number("least", 500)
        .text("missing", "")
        .day("lastDay", lastMoment(day))
        .number("days", 7)
        .rows(
            "lots", Arrays.asList(lot(1000, "SPEND", earned, day), lot(240, "OTHER", earned, day)))
        .text("more", "3");
  }
}
