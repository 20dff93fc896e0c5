package org.postpurchase.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Supplier;

/** Until when what should have happened, in working hours by the settings of the moment. */
final class CaseClock {
  private final ServiceSettingsStore settings;
  private final Supplier<ZoneId> zone;
  private final Clock clock;

  CaseClock(ServiceSettingsStore settings, Supplier<ZoneId> zone, Clock clock) {
    this.settings = settings;
    this.zone = zone;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Of a case that is opened now, for the first time or again. */
  ServiceCase.Times opened() {
    ServiceSettings.Hours hours = settings.read().hours;
    BusinessCalendar calendar = hours.calendar(zone.get());
    Instant now = clock.instant();
    Instant first = calendar.after(now, hours.firstWork());
    Instant due = calendar.after(now, hours.solveWork());
    return new ServiceCase.Times(now, first, null, due, null, null);
  }

  /** The same of a case that goes on: what it waited does not count. */
  ServiceCase.Times goesOn(ServiceCase.Times times, Collection<Pause> pauses) {
    ServiceSettings.Hours hours = settings.read().hours;
    BusinessCalendar calendar = hours.calendar(zone.get());
    Instant due = calendar.due(times.openedAt, hours.solveWork(), pauses, clock.instant());
    return times.waiting(null, due);
  }
}
