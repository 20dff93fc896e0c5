package org.postpurchase.series;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.restraint.ContactFacts;
import org.postpurchase.restraint.Opening;
import org.postpurchase.restraint.SendingHours;
import org.postpurchase.restraint.WeekHours;
import org.postpurchase.shared.Shop;

/**
 * Puts off advertising that is due but would be too much or at the wrong hour. Of several steps of
 * one person the one of the series with the highest priority goes, then the one whose time is over
 * first; the others wait until the person may be written to again, and at most until their time is
 * over. Order mails go past it.
 */
final class Restraint {
  /** For a shop without one. */
  static final Restraint NONE = new Restraint(null, null, null, null);

  private static final Set<ReasonCode> HELD =
      EnumSet.of(
          ReasonCode.QUIET_HOURS,
          ReasonCode.OVER_CONTACT_BUDGET,
          ReasonCode.PAUSED_BY_PERSON,
          ReasonCode.AT_MOST_WEEKLY,
          ReasonCode.ASK_BUDGET,
          ReasonCode.IN_SERVICE,
          ReasonCode.WITHDRAWAL_DECLARED);

  /** Another transaction decides about the person and is done by then. */
  private static final Duration BUSY = Duration.ofSeconds(2);

  /** The step that goes first has been decided on by then. */
  private static final Duration WHILE_ANOTHER_IS_DUE = Duration.ofMinutes(1);

  private final ContactBudget budget;
  private final SendingHours hours;
  private final Supplier<Shop> shop;
  private final Ground ground;

  /** What the engine knows about steps and channels. */
  static final class Ground {
    final Reach reach;
    final Channels channels;
    final SeriesVersionStore versions;

    Ground(Reach reach, Channels channels, SeriesVersionStore versions) {
      this.reach = reach;
      this.channels = channels;
      this.versions = versions;
    }
  }

  Restraint(ContactBudget budget, SendingHours hours, Supplier<Shop> shop, Ground ground) {
    this.budget = budget;
    this.hours = hours;
    this.shop = shop;
    this.ground = ground;
  }

  /** Why a step was put off that may have grown stale meanwhile. */
  static Optional<ReasonCode> heldBack(Candidate c) {
    return HELD.stream().filter(held -> held.name().equals(c.execution.reason)).findFirst();
  }

  /** The last moment at which it is not stale yet; empty when it never is. */
  static Optional<Instant> lastMoment(Candidate c) {
    Instant last =
        c.step.validHours > 0 && c.execution.plannedAt != null
            ? c.execution.plannedAt.plus(Duration.ofHours(c.step.validHours))
            : null;
    Instant day = c.moment.flatMap(m -> m.day).map(d -> d.minusMillis(1)).orElse(last);
    return Optional.ofNullable(last == null || day.isBefore(last) ? day : last);
  }

  /** For the steps of one transaction. */
  Turn turn(Instant now) {
    return new Turn(now);
  }

  /** When the candidate's person may be written to next by its channel; empty for never. */
  Optional<Instant> nextOpen(Candidate c, String channel, ContactBudget.People people, Instant at) {
    List<Opening> openings =
        new ArrayList<>(hours.of(channel, places(c), people.narrowed(channel)));
    if (!openings.isEmpty() && c.step.windowFrom != null) { // both, or they take turns
      WeekHours window = WeekHours.daily(c.step.windowFrom, c.step.windowTo);
      openings.add(new Opening(window, shop.get().zone));
    }
    return Opening.first(openings, at);
  }

  /** Where the parcel goes, and where the address that is written to is from. */
  private List<SendingHours.Place> places(Candidate c) {
    ZoneId otherwise = shop.get().zone;
    List<SendingHours.Place> places = new ArrayList<>();
    c.order
        .filter(order -> !order.countryCode.isEmpty())
        .ifPresent(
            order ->
                places.add(
                    SendingHours.Place.in(order.countryCode, otherwise).region(order.regionCode)));
    ground
        .reach
        .from(c)
        .ifPresent(
            from -> places.add(SendingHours.Place.in(from.country, otherwise).region(from.region)));
    if (places.isEmpty()) {
      places.add(SendingHours.Place.in(shop.get().countryCode, otherwise));
    }
    return places;
  }

  /** {@link ContactBudget#sending}; empty for a shop without restraint. */
  Optional<ContactBudget.People> sending(Collection<String> mailboxes, Instant now) {
    return budget == null || mailboxes.isEmpty()
        ? Optional.empty()
        : Optional.of(budget.sending(mailboxes, now));
  }

  /** One transaction's steps, decided one after the other. */
  final class Turn {
    private final Instant now;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> contacts = new TreeSet<>();
    private final Set<Long> ours = new HashSet<>();
    private ContactBudget.People people;

    private Turn(Instant now) {
      this.now = now;
    }

    /** Takes the people of the runs; to be called before the first read without a lock. */
    void take(Collection<Enrollment> runs) {
      if (budget != null) {
        runs.forEach(run -> contacts.add(run.contact));
        taken.addAll(budget.take(contacts, now));
      }
    }

    /** Steps of one person by the rank of their series; those of one run stay in their order. */
    List<Candidate> inOrder(List<Candidate> candidates) {
      if (budget == null) {
        return candidates;
      }
      candidates.forEach(c -> ours.add(c.execution.id));
      Map<String, List<Candidate>> byContact =
          candidates.stream()
              .collect(
                  Collectors.groupingBy(
                      c -> c.enrollment.contact, LinkedHashMap::new, Collectors.toList()));
      List<Candidate> ordered = new ArrayList<>();
      byContact.values().forEach(some -> ordered.addAll(some.size() < 2 ? some : ranked(some)));
      return ordered;
    }

    private List<Candidate> ranked(List<Candidate> some) {
      Map<Long, List<Candidate>> runs =
          some.stream()
              .collect(
                  Collectors.groupingBy(
                      c -> c.enrollment.id, LinkedHashMap::new, Collectors.toList()));
      return runs.values().stream()
          .sorted(comparing(run -> run.stream().map(Rank::of).min(Rank.FIRST).get(), Rank.FIRST))
          .flatMap(List::stream)
          .collect(Collectors.toList());
    }

    /** The verdict, or what becomes of it. */
    StepVerdict judge(StepVerdict verdict, Candidate c) {
      if (verdict.verdict != Verdict.SEND) {
        return verdict;
      }
      Optional<StepVerdict> held =
          budget == null || !c.step.isMarketing()
              ? Optional.empty()
              : advertising(c, ground.reach.of(c).get());
      if (!held.isPresent() && budget != null && CandidateAsks.isRequest(c)) {
        held = request(c, CandidateAsks.contact(c));
      }
      return held.orElse(verdict);
    }

    /** It is sent, and takes its place in the person's budgets. */
    void leaves(Candidate c, CandidateFacts facts) {
      if (budget != null && c.step.isMarketing()) {
        Recipient to = ground.reach.of(c).get();
        people(to.contact).touched(to.contact, to.channel, c.version.definition.name);
      }
      facts.asks.note(c, now);
    }

    private Optional<StepVerdict> advertising(Candidate c, Recipient to) {
      ContactBudget.People known = people(to.contact);
      Optional<Instant> open = nextOpen(c, to.channel, known, now);
      if (!open.isPresent()) {
        return Optional.of(StepVerdict.skip(ReasonCode.QUIET_HOURS, to.channel));
      }
      if (open.get().isAfter(now)) {
        return Optional.of(LookAgain.at(c, ReasonCode.QUIET_HOURS, now, open.get(), ""));
      }
      Optional<ContactBudget.Rest> rest = known.rest(to.contact, to.channel, now);
      if (rest.isPresent()) {
        ReasonCode reason = ReasonCode.valueOf(rest.get().reason.name());
        return Optional.of(LookAgain.at(c, reason, now, rest.get().until, rest.get().instead));
      }
      return behind(
          c, to.contact, ReasonCode.OVER_CONTACT_BUDGET, step -> advertises(step, to.channel));
    }

    /** Two orders of one person may come to their requests at the same moment. */
    private Optional<StepVerdict> request(Candidate c, String contact) {
      people(contact);
      return behind(
          c, contact, ReasonCode.ASK_BUDGET, step -> step.condition == ConditionType.REVIEW_OPEN);
    }

    /** Whether another transaction, or another step of the same kind, has the person first. */
    private Optional<StepVerdict> behind(
        Candidate c, String contact, ReasonCode reason, Predicate<Step> alike) {
      if (!taken.contains(contact)) {
        return Optional.of(StepVerdict.again(now.plus(BUSY)));
      }
      return isOutranked(c, people(contact).due(contact), alike)
          ? Optional.of(LookAgain.at(c, reason, now, now.plus(WHILE_ANOTHER_IS_DUE), ""))
          : Optional.empty();
    }

    /** Also about a mailbox that is another one since the run began. */
    private ContactBudget.People people(String contact) {
      if (contacts.add(contact)) {
        taken.addAll(budget.take(Collections.singleton(contact), now));
        if (people != null) {
          people.and(budget.deciding(Collections.singleton(contact), now));
        }
      }
      if (people == null) {
        people = budget.deciding(contacts, now);
      }
      return people;
    }

    private boolean isOutranked(
        Candidate c, List<ContactFacts.DueStep> all, Predicate<Step> alike) {
      Rank own = Rank.of(c);
      for (ContactFacts.DueStep due : all) {
        boolean goesFirst =
            !ours.contains(due.executionId)
                && ground
                    .versions
                    .find(due.versionId)
                    .filter(
                        version -> version.definition.step(due.stepKey).filter(alike).isPresent())
                    .map(version -> Rank.FIRST.compare(Rank.of(version, due), own) < 0)
                    .orElse(false);
        if (goesFirst) {
          return true;
        }
      }
      return false;
    }

    private boolean advertises(Step step, String channel) {
      return step.isMarketing()
          && !step.isBranch()
          && ground
              .channels
              .find(step.channel)
              .filter(way -> way.key().equals(channel))
              .isPresent();
    }
  }
}
