package org.postpurchase.service;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.postpurchase.shared.PostPurchaseException;

/** How a shop deals with what went wrong, and how it is reached. Immutable. */
public final class ServiceSettings {
  public final boolean active;

  /** When cases were first switched on; null for never. */
  public final Instant activeSince;

  /** Reviews with up to so many stars open a case; 0 for none. */
  public final int starsMost;

  /** Scores from 0 to 10 up to this one open a case; -1 for none. */
  public final int npsMost;

  /** Scores from 1 to 5 up to this one open a case; 0 for none. */
  public final int csatMost;

  public final Hours hours;

  /** Days after which a case that waits for its customer is closed; 0 for never. */
  public final int timeoutDays;

  /** Who is told of new cases; empty for nobody. */
  public final String alertAddress;

  public final ContactBlock contact;
  public final int edition;

  private ServiceSettings(Builder b) {
    active = b.active;
    activeSince = b.activeSince;
    starsMost = b.starsMost;
    npsMost = b.npsMost;
    csatMost = b.csatMost;
    hours = b.hours;
    timeoutDays = b.timeoutDays;
    alertAddress = b.alertAddress;
    contact = b.contact;
    edition = b.edition;
  }

  /** As shops start with: switched off. */
  public static ServiceSettings usual() {
    return new Builder().build();
  }

  /** When staff work and how fast they mean to be. */
  public static final class Hours {
    /** Monday is 1: 12345. */
    public final String days;

    /** Minutes of the day. */
    public final int from;

    public final int to;

    /** ISO days, separated by anything. */
    public final String holidays;

    /** Working hours. */
    public final int first;

    public final int solve;

    public Hours(String days, int from, int to, String holidays, int first, int solve) {
      this.days = days;
      this.from = from;
      this.to = to;
      this.holidays = holidays;
      this.first = first;
      this.solve = solve;
    }

    public Duration firstWork() {
      return Duration.ofHours(first);
    }

    public Duration solveWork() {
      return Duration.ofHours(solve);
    }

    /**
     * The calendar that they make.
     *
     * @throws PostPurchaseException naming a holiday that is no day
     * @throws IllegalArgumentException when nobody would ever work
     */
    public BusinessCalendar calendar(ZoneId zone) {
      List<DayOfWeek> work = new ArrayList<>();
      for (char day : days.toCharArray()) {
        work.add(DayOfWeek.of(day - '0'));
      }
      return new BusinessCalendar(zone, work, from, to, holidays(holidays));
    }
  }

  /**
   * Reads days such as {@code 2026-12-25, 2026-12-26}.
   *
   * @throws PostPurchaseException naming the part that is no day
   */
  public static List<LocalDate> holidays(String text) {
    List<LocalDate> days = new ArrayList<>();
    for (String part : text.split("[\\s,;]+")) {
      if (!part.isEmpty()) {
        try {
          days.add(LocalDate.parse(part));
        } catch (DateTimeException e) {
          throw new PostPurchaseException("'" + part + "' is no day such as 2026-12-25.", e);
        }
      }
    }
    return days;
  }

  public Builder but() {
    Builder b = new Builder();
    b.active = active;
    b.activeSince = activeSince;
    b.starsMost = starsMost;
    b.npsMost = npsMost;
    b.csatMost = csatMost;
    b.hours = hours;
    b.timeoutDays = timeoutDays;
    b.alertAddress = alertAddress;
    b.contact = contact;
    b.edition = edition;
    return b;
  }

  /** Starts with what shops start with. Not thread-safe. */
  public static final class Builder {
    private boolean active;
    private Instant activeSince;
    private int starsMost = 2;
    private int npsMost = 6;
    private int csatMost = 2;
    private Hours hours = new Hours("12345", 9 * 60, 17 * 60, "", 8, 40);
    private int timeoutDays = 14;
    private String alertAddress = "";
    private ContactBlock contact = ContactBlock.NONE;
    private int edition;

    public Builder active(boolean value, Instant since) {
      active = value;
      activeSince = since;
      return this;
    }

    public Builder opens(int stars, int nps, int csat) {
      starsMost = stars;
      npsMost = nps;
      csatMost = csat;
      return this;
    }

    public Builder hours(Hours value) {
      hours = value;
      return this;
    }

    public Builder timeoutDays(int days) {
      timeoutDays = days;
      return this;
    }

    public Builder alertAddress(String address) {
      alertAddress = address;
      return this;
    }

    public Builder contact(ContactBlock value) {
      contact = value;
      return this;
    }

    public Builder edition(int value) {
      edition = value;
      return this;
    }

    public ServiceSettings build() {
      return new ServiceSettings(this);
    }
  }
}
