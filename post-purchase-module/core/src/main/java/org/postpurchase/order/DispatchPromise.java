package org.postpurchase.order;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How soon the shop ships and delivers, in working days (Monday to Friday), counted from the
 * order's local day.
 */
public final class DispatchPromise {
  private final int shipDays;
  private final int deliveryDaysMin;
  private final int deliveryDaysMax;

  private DispatchPromise(int shipDays, int deliveryDaysMin, int deliveryDaysMax) {
    this.shipDays = shipDays;
    this.deliveryDaysMin = deliveryDaysMin;
    this.deliveryDaysMax = deliveryDaysMax;
  }

  /**
   * @param shipDays working days from order to dispatch
   * @param deliveryDaysMin working days from dispatch to the earliest delivery
   * @param deliveryDaysMax working days from dispatch to the latest delivery
   * @throws LifecycleRefusedException when a number is negative, over 365, or min exceeds max
   */
  public static DispatchPromise of(int shipDays, int deliveryDaysMin, int deliveryDaysMax) {
    if (shipDays < 0
        || deliveryDaysMin < 0
        || deliveryDaysMax < deliveryDaysMin
        || shipDays > 365
        || deliveryDaysMax > 365) {
      throw new LifecycleRefusedException(
          "Days must be between 0 and 365 and the latest delivery not before the earliest, but they are ship "
              + shipDays
              + ", delivery "
              + deliveryDaysMin
              + " to "
              + deliveryDaysMax
              + ".");
    }
    return new DispatchPromise(shipDays, deliveryDaysMin, deliveryDaysMax);
  }

  public LocalDate shipsBy(Instant submittedAt, ZoneId zone) {
    return plusWorkingDays(submittedAt.atZone(zone).toLocalDate(), shipDays);
  }

  public LocalDate arrivesFrom(Instant submittedAt, ZoneId zone) {
    return plusWorkingDays(shipsBy(submittedAt, zone), deliveryDaysMin);
  }

  public LocalDate arrivesBy(Instant submittedAt, ZoneId zone) {
    return plusWorkingDays(shipsBy(submittedAt, zone), deliveryDaysMax);
  }

  private static LocalDate plusWorkingDays(LocalDate from, int days) {
    LocalDate day = nextWorkingDay(from);
    for (int left = days; left > 0; left--) {
      day = nextWorkingDay(day.plusDays(1));
    }
    return day;
  }

  private static LocalDate nextWorkingDay(LocalDate from) {
    LocalDate day = from;
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day;
  }
}
