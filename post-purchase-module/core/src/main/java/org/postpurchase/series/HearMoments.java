package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;

/**
 * What happens to people begins series, and moves or ends those that they are in. All of it joins
 * the caller's transaction; people are locked in the order of their mailboxes.
 */
final class HearMoments implements Moments {
  private final EnterOnMoment enter;
  private final AwaitMoments await;
  private final Listeners listeners;
  private final EnrollmentStore enrollments;
  private final People people;
  private final Supplier<RunBook> books;

  HearMoments(
      EnterOnMoment enter,
      AwaitMoments await,
      Listeners listeners,
      EnrollmentStore enrollments,
      People people,
      Supplier<RunBook> books) {
    this.enter = enter;
    this.await = await;
    this.listeners = listeners;
    this.enrollments = enrollments;
    this.people = people;
    this.books = books;
  }

  /** Which triggers runs may wait for: those of any version of a series that is not a draft. */
  static final class Listeners {
    private final SeriesCatalog catalog;
    private final SeriesVersionStore versions;

    Listeners(SeriesCatalog catalog, SeriesVersionStore versions) {
      this.catalog = catalog;
      this.versions = versions;
    }

    /** Keys of triggers, with the moment at which the last series that waits was switched on. */
    Map<String, Instant> awaited(List<Series> running) {
      Map<String, Instant> awaited = new HashMap<>();
      for (Series series : running) {
        for (int number = 1; number <= series.liveVersion; number++) {
          versions
              .find(series.id, number)
              .ifPresent(
                  version ->
                      triggers(version.definition)
                          .forEach(key -> awaited.merge(key, since(series), Listeners::later)));
        }
      }
      return awaited;
    }

    private static Set<String> triggers(SeriesDefinition series) {
      Set<String> keys = new HashSet<>();
      keys.add(series.endsOn);
      series.steps.stream().filter(Step::awaits).forEach(step -> keys.add(step.waiting.trigger));
      keys.remove("");
      return keys;
    }

    private static Instant since(Series series) {
      return series.activeSince == null ? Instant.EPOCH : series.activeSince;
    }

    private static Instant later(Instant a, Instant b) {
      return a.isAfter(b) ? a : b;
    }
  }

  @Override
  public Optional<Audience> audience(String trigger) {
    List<Series> running = listeners.catalog.running();
    Optional<Audience> entering = enter.audience(trigger, running);
    return entering.isPresent()
        ? entering
        : Optional.ofNullable(listeners.awaited(running).get(trigger))
            .map(since -> new Audience(Duration.ZERO, since));
  }

  @Override
  public Set<String> heard(Collection<String> triggers) {
    List<Series> running = listeners.catalog.running();
    Set<String> heard = new HashSet<>(listeners.awaited(running).keySet());
    heard.retainAll(triggers);
    triggers.stream()
        .filter(trigger -> enter.audience(trigger, running).isPresent())
        .forEach(heard::add);
    return heard;
  }

  @Override
  public int report(Collection<Moment> moments) {
    Set<String> awaited =
        moments.isEmpty()
            ? new HashSet<>()
            : listeners.awaited(listeners.catalog.running()).keySet();
    List<Moment> heard = new ArrayList<>(moments);
    heard.removeIf(moment -> !awaited.contains(moment.trigger));
    Map<Moment, String> contacts = contacts(heard);
    lock(contacts);
    int entered = enter.report(moments);
    if (!contacts.isEmpty()) {
      tell(contacts);
    }
    return entered;
  }

  /** By the moments, the mailboxes of those of the people that there still are. */
  private Map<Moment, String> contacts(List<Moment> heard) {
    Map<Moment, String> contacts = new LinkedHashMap<>();
    Map<Moment, Member> members = people.findAll(heard);
    for (Moment moment : heard) {
      Member member = members.get(moment);
      if (member != null && !member.email.isEmpty()) {
        contacts.put(moment, EmailAddress.stored(member.email).key());
      }
    }
    return contacts;
  }

  private void lock(Map<Moment, String> contacts) {
    Map<String, Instant> since = new TreeMap<>();
    contacts.forEach((moment, contact) -> since.putIfAbsent(contact, moment.happenedAt));
    if (!since.isEmpty()) {
      enrollments.lockContacts(since);
    }
  }

  private void tell(Map<Moment, String> contacts) {
    RunBook book = books.get();
    book.note(enrollments.ofContacts(new HashSet<>(contacts.values())));
    book.note(
        enrollments.ofCustomers(
            contacts.keySet().stream()
                .map(m -> m.customerId.orElse(0))
                .collect(Collectors.toSet())));
    Set<Long> touched = new HashSet<>();
    for (Moment each : contacts.keySet()) {
      touched.addAll(await.touched(runs(contacts, each, book), happening(each)));
    }
    book.lockSteps(touched);
    Instant last = Instant.EPOCH;
    for (Moment each : contacts.keySet()) {
      await.on(runs(contacts, each, book), happening(each), book);
      last = Listeners.later(last, each.happenedAt);
    }
    book.write(last);
  }

  private static List<Enrollment> runs(Map<Moment, String> contacts, Moment who, RunBook book) {
    return book.activeOfPerson(contacts.get(who), who.customerId.orElse(0));
  }

  /** About another order than the run's, it is not what the run waits for. */
  private static AwaitMoments.Happening happening(Moment moment) {
    return new AwaitMoments.Happening(
        (key, run) ->
            key.equals(moment.trigger)
                && (run.orderId == 0
                    || !moment.orderId.isPresent()
                    || moment.orderId.getAsLong() == run.orderId),
        moment.happenedAt);
  }
}
