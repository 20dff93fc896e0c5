package org.postpurchase.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * Opens cases and works on them: the only way in which a case changes. Each change takes the row's
 * lock, and of two people who change the same edition the second is refused. Joins the caller's
 * transaction.
 */
public final class Cases {
  public static final int NOTE_MAX = 5000;

  private final CaseStore store;
  private final ServiceSettingsStore settings;
  private final Told told;
  private final Transactions transactions;
  private final CaseClock clock;

  public Cases(
      CaseStore store,
      ServiceSettingsStore settings,
      Told told,
      Supplier<ZoneId> zone,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.told = told;
    this.transactions = transactions;
    this.clock = new CaseClock(settings, zone, clock);
  }

  /** Who hears of what happens to cases. */
  public static final class Told {
    final CaseAlerts alerts;
    final Supplier<Moments> moments;
    final CaseHook hook;

    public Told(CaseAlerts alerts, Supplier<Moments> moments) {
      this(alerts, moments, CaseHook.NONE);
    }

    public Told(CaseAlerts alerts, Supplier<Moments> moments, CaseHook hook) {
      this.alerts = alerts;
      this.moments = moments;
      this.hook = hook;
    }
  }

  /** How a change went. */
  public enum Outcome {
    DONE,
    /** Somebody else was first. */
    CHANGED_MEANWHILE,
    /** The case does not stand where that can be done. */
    NOTHING_TO_DO
  }

  /**
   * Opens a case for the cause, or finds the one that it has; any number of callers at once get the
   * same. Nothing happens while cases are switched off.
   *
   * @return the case; empty while cases are switched off
   */
  public Optional<ServiceCase> open(NewCase cause) {
    return transactions.call(
        () -> {
          ServiceSettings now = settings.read();
          return now.active ? Optional.of(open(cause, now)) : Optional.<ServiceCase>empty();
        });
  }

  private ServiceCase open(NewCase cause, ServiceSettings active) {
    Optional<ServiceCase> known = store.ofCause(cause.causeKey);
    if (known.isPresent()) {
      return known.get();
    }
    ServiceCase.Times times = clock.opened();
    boolean isNew = store.add(ServiceCase.of(0, cause, times).build());
    ServiceCase opened = store.lockCause(cause.causeKey).get();
    if (isNew) {
      note(opened.id, CaseEvent.Kind.OPENED, CaseEvent.CUSTOMER, cause.words, times.openedAt);
      told.alerts.opened(opened, active);
    }
    return opened;
  }

  /**
   * The customer wrote again about the same cause: a case that waits goes on, and one that was
   * closed is opened again. Only words of the customer do that, never a message of ours.
   */
  public Outcome customerWrote(long id, String words) {
    return change(
        id,
        null,
        known -> {
          Instant now = clock.now();
          note(id, CaseEvent.Kind.CUSTOMER, CaseEvent.CUSTOMER, words, now);
          if (known.state == CaseState.WAITING) {
            return goOn(known, CaseEvent.CUSTOMER, now);
          }
          if (known.state == CaseState.OPEN) {
            return known.but();
          }
          note(id, CaseEvent.Kind.REOPENED, CaseEvent.CUSTOMER, "", now);
          return known
              .but()
              .state(CaseState.OPEN)
              .times(clock.opened())
              .closedBy("")
              .advertising(Advertising.PAUSED);
        });
  }

  /**
   * @param login of whoever takes care of it; empty for nobody
   */
  public Outcome assign(long id, int edition, String login, String actor) {
    return change(
        id,
        edition,
        known -> {
          note(id, CaseEvent.Kind.ASSIGNED, actor, login, clock.now());
          return known.but().assignee(login);
        });
  }

  /** A note for colleagues; the customer is not told, and no clock stops. */
  public Outcome note(long id, int edition, String words, String actor) {
    return change(
        id,
        edition,
        known -> {
          note(id, CaseEvent.Kind.NOTE, actor, words, clock.now());
          return known.but();
        });
  }

  /**
   * Somebody has answered the customer, by whatever way: the clock of the first answer stops.
   *
   * @param waits whether the customer is to answer now, so that the clock for closing stands still
   */
  public Outcome answered(long id, int edition, String words, boolean waits, String actor) {
    return change(
        id,
        edition,
        known -> {
          if (!known.isOpen()) {
            return null;
          }
          Instant now = clock.now();
          note(id, CaseEvent.Kind.ANSWERED, actor, words, now);
          ServiceCase.Builder next = known.but().times(known.times.answered(now));
          if (waits && known.state == CaseState.OPEN) {
            note(id, CaseEvent.Kind.WAITS, actor, "", now);
            store.beginPause(id, now);
            next.state(CaseState.WAITING)
                .times(known.times.answered(now).waiting(now, known.times.dueAt));
          }
          return next;
        });
  }

  /** The customer need not answer any more: the clock for closing runs again. */
  public Outcome goOn(long id, int edition, String actor) {
    return change(
        id,
        edition,
        known -> known.state == CaseState.WAITING ? goOn(known, actor, clock.now()) : null);
  }

  private ServiceCase.Builder goOn(ServiceCase known, String actor, Instant now) {
    note(known.id, CaseEvent.Kind.GOES_ON, actor, "", now);
    store.endPause(known.id, now);
    return known
        .but()
        .state(CaseState.OPEN)
        .times(clock.goesOn(known.times, store.pausesOf(known.id)));
  }

  /**
   * @param resumes whether the customer gets advertising again
   */
  public Outcome close(long id, int edition, boolean resumes, String words, String actor) {
    return change(
        id,
        edition,
        known -> {
          if (!known.isOpen()) {
            return null;
          }
          ServiceCase.Builder next = closed(known, resumes, words, actor);
          if (resumes) {
            tell(known);
          }
          return next;
        });
  }

  /** Whoever gets no advertising is not asked how it went either. */
  private void tell(ServiceCase known) {
    Moment.Builder moment =
        Moment.of(CaseClosedTrigger.KEY, known.cause.email)
            .values(MomentValues.none().text("subject", known.cause.subject));
    if (known.cause.customerId != 0) {
      moment.customer(known.cause.customerId);
    }
    if (known.cause.orderId != 0) {
      moment.order(known.cause.orderId);
    }
    told.moments.get().report(moment.happened("case:" + known.id, clock.now()));
  }

  /** Closes a case that has waited too long, unless it has moved on meanwhile. */
  Outcome timeOut(ServiceCase seen) {
    return change(
        seen.id,
        seen.edition,
        known ->
            known.state == CaseState.WAITING
                ? closed(known, true, "", CaseEvent.SHOP).closedBy("TIMEOUT")
                : null);
  }

  private ServiceCase.Builder closed(
      ServiceCase known, boolean resumes, String words, String actor) {
    Instant now = clock.now();
    ServiceCase.Times times = known.times;
    if (known.state == CaseState.WAITING) {
      store.endPause(known.id, now);
      times = clock.goesOn(times, store.pausesOf(known.id));
    }
    note(known.id, CaseEvent.Kind.CLOSED, actor, words, now);
    return known
        .but()
        .state(CaseState.CLOSED)
        .times(times.answered(now).closed(now))
        .closedBy("PERSON")
        .advertising(resumes ? Advertising.RESUMED : Advertising.STOPPED);
  }

  /** Advertising to the customer of a closed case goes on after all. */
  public Outcome resume(long id, int edition, String actor) {
    return change(
        id,
        edition,
        known -> {
          if (known.isOpen() || known.advertising != Advertising.STOPPED) {
            return null;
          }
          note(id, CaseEvent.Kind.RESUMED, actor, "", clock.now());
          return known.but().advertising(Advertising.RESUMED);
        });
  }

  private void note(long id, CaseEvent.Kind kind, String actor, String words, Instant now) {
    store.add(id, new CaseEvent(kind, actor, ShownText.paragraphs(words, NOTE_MAX), now));
    told.hook.happened(id, kind, now);
  }

  private interface Change {
    /** What becomes of the case; null for nothing. */
    ServiceCase.Builder of(ServiceCase known);
  }

  /**
   * @param edition that was looked at; null for a change that fits any
   */
  private Outcome change(long id, Integer edition, Change change) {
    return transactions.call(
        () -> {
          ServiceCase known = store.lock(id).orElse(null);
          if (known == null) {
            return Outcome.NOTHING_TO_DO;
          }
          if (edition != null && known.edition != edition) {
            return Outcome.CHANGED_MEANWHILE;
          }
          ServiceCase.Builder next = change.of(known);
          if (next == null) {
            return Outcome.NOTHING_TO_DO;
          }
          store.save(next.edition(known.edition + 1).build());
          return Outcome.DONE;
        });
  }
}
