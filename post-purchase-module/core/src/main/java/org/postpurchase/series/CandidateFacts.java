package org.postpurchase.series;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.Standing;
import org.postpurchase.messaging.Channels;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.person.PersonRef;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.EmailAddress;

/**
 * What the rules ask about a set of candidates. Each kind of fact is read for all of them when the
 * first one needs it, and not at all when none does. For one thread and one transaction.
 */
final class CandidateFacts {
  private final Sources sources;
  private final List<Candidate> all;
  private final LongFunction<List<StepExecution>> steps;
  private Set<Long> later;
  private final Map<String, Map<String, Standing>> standings = new HashMap<>();
  private Map<Long, List<RewardCode>> codes;
  private Set<String> inService;
  private Map<Long, List<Instant>> earlier;
  private Map<Long, Set<String>> clicked;
  private final Map<String, Set<PersonRef>> members = new HashMap<>();
  private final Map<String, Set<Moment>> stillTrue = new HashMap<>();

  /** Requests of the candidates' steps. */
  final CandidateAsks asks;

  /** Where facts come from. */
  static final class Sources {
    final OrderHistory history;
    final Consents consents;
    final RewardCodeStore rewards;
    final Triggers triggers;
    final Channels channels;
    private OrderAsks asks = OrderAsks.NONE;
    private InService service = InService.NOBODY;
    private SegmentMembership segments = SegmentMembership.NOBODY;
    private ReadClicks clicks = ReadClicks.NONE;

    Sources(
        OrderHistory history,
        Consents consents,
        RewardCodeStore rewards,
        Triggers triggers,
        Channels channels) {
      this.channels = channels;
      this.history = history;
      this.consents = consents;
      this.rewards = rewards;
      this.triggers = triggers;
    }

    /** The shop asks its buyers for reviews. */
    Sources with(OrderAsks newAsks) {
      asks = newAsks;
      return this;
    }

    /** The shop keeps cases of what went wrong. */
    Sources with(InService newService) {
      service = newService;
      return this;
    }

    /** The shop measures clicks. */
    Sources with(ReadClicks newClicks) {
      clicks = newClicks;
      return this;
    }

    /** The shop has segments. */
    Sources with(SegmentMembership newSegments) {
      segments = newSegments;
      return this;
    }

    /**
     * @param steps all steps of a candidate's run as they are now
     */
    CandidateFacts about(List<Candidate> all, LongFunction<List<StepExecution>> steps) {
      return new CandidateFacts(this, all, steps);
    }
  }

  private CandidateFacts(
      Sources sources, List<Candidate> all, LongFunction<List<StepExecution>> steps) {
    this.sources = sources;
    this.all = all;
    this.steps = steps;
    this.asks = new CandidateAsks(sources.asks, all);
  }

  /** Whether the person has placed another order after the candidate's. */
  boolean hasLater(OrderSnapshot order) {
    if (later == null) {
      Map<Long, OrderSnapshot> asked = new HashMap<>();
      all.stream()
          .filter(c -> c.step.isMarketing() && c.exitsOn(ExitRule.ORDERED_AGAIN))
          .forEach(c -> c.order.ifPresent(o -> asked.put(o.orderId, o)));
      later = sources.history.withLater(asked.values());
    }
    return later.contains(order.orderId);
  }

  /** What may be sent to an address of the candidate by the channel of its step. */
  Standing standing(Candidate about, String contact) {
    String key = sources.channels.consentKey(about.step.channel);
    Consents consents = sources.consents.by(key);
    Map<String, Standing> known =
        standings.computeIfAbsent(key, k -> consents.standings(mailboxes(k)));
    return known.computeIfAbsent(contact, c -> consents.standings(Collections.singleton(c)).get(c));
  }

  private Set<String> mailboxes(String consentKey) {
    Set<String> mailboxes = new LinkedHashSet<>();
    for (Candidate c : all) {
      if (sources.channels.consentKey(c.step.channel).equals(consentKey)) {
        mailboxes.add(c.enrollment.contact);
        c.address().ifPresent(address -> mailboxes.add(EmailAddress.stored(address).key()));
      }
    }
    return mailboxes;
  }

  /** Whether a case of the person is not settled. */
  boolean isInService(Candidate about) {
    if (inService == null) {
      Set<String> contacts = new LinkedHashSet<>();
      all.stream().filter(CheckCandidate::restsInService).forEach(c -> addKeys(c, contacts));
      inService = contacts.isEmpty() ? contacts : sources.service.of(contacts);
    }
    Set<String> own = new LinkedHashSet<>();
    addKeys(about, own);
    return own.stream().anyMatch(inService::contains);
  }

  /** The address that entered, and the one that there is now. */
  private static void addKeys(Candidate c, Set<String> contacts) {
    contacts.add(c.enrollment.contact);
    c.address().ifPresent(address -> contacts.add(EmailAddress.keyOf(address)));
    contacts.remove("");
  }

  /** The newest code given in the candidate's run by any step. */
  Optional<RewardCode> newestCode(Candidate c) {
    return newest(c, null);
  }

  Optional<RewardCode> newestCode(Candidate c, String stepKey) {
    return newest(c, stepKey);
  }

  private Optional<RewardCode> newest(Candidate c, String stepKey) {
    if (codes == null) {
      Set<Long> runs = all.stream().map(each -> each.enrollment.id).collect(Collectors.toSet());
      codes =
          sources.rewards.ofEnrollments(runs).stream()
              .collect(Collectors.groupingBy(code -> code.grant.enrollmentId));
    }
    return codes.getOrDefault(c.enrollment.id, Collections.emptyList()).stream()
        .filter(code -> stepKey == null || code.grant.stepKey.equals(stepKey))
        .reduce((older, newer) -> newer);
  }

  /** Whether the step of the candidate's run that its condition names was sent. */
  boolean wasSent(Candidate c) {
    return steps.apply(c.enrollment.id).stream()
        .anyMatch(
            step -> step.stepKey.equals(c.step.conditionStep) && step.state == ExecutionState.DONE);
  }

  /** Whether somebody followed a link of the message of the step that its condition names. */
  boolean wasClicked(Candidate c) {
    if (clicked == null) {
      clicked =
          sources.clicks.stepsOfRuns(
              all.stream()
                  .filter(each -> each.step.condition.asksForClicks())
                  .map(each -> each.enrollment.id)
                  .collect(Collectors.toSet()));
    }
    return clicked
        .getOrDefault(c.enrollment.id, Collections.emptySet())
        .contains(c.step.conditionStep);
  }

  /** What a branch of the candidate's run has chosen; empty while it has not. */
  Optional<String> choiceOf(Candidate c, String branch) {
    return steps.apply(c.enrollment.id).stream()
        .filter(step -> step.stepKey.equals(branch) && step.state == ExecutionState.DONE)
        .map(step -> step.reason)
        .findFirst();
  }

  /** 1 for a person's first order. */
  int numberOf(OrderSnapshot order) {
    if (earlier == null) {
      Map<Long, OrderSnapshot> asked = new HashMap<>();
      all.stream()
          .filter(c -> c.step.filter.asksForNumber())
          .forEach(c -> c.order.ifPresent(o -> asked.put(o.orderId, o)));
      earlier = sources.history.earlierOf(asked.values());
    }
    return earlier.getOrDefault(order.orderId, Collections.emptyList()).size() + 1;
  }

  /** Whether the candidate's person belongs to the segment of its step. */
  boolean isInSegment(Candidate c) {
    return members
        .computeIfAbsent(
            c.step.segment,
            key ->
                sources.segments.membersAmong(
                    key,
                    all.stream()
                        .filter(each -> each.step.segment.equals(key))
                        .map(CandidateFacts::person)
                        .collect(Collectors.toSet())))
        .contains(person(c));
  }

  private static PersonRef person(Candidate c) {
    boolean guest = c.order.map(order -> !order.registered).orElse(false);
    return PersonRef.of(guest ? 0 : c.enrollment.customerId, c.enrollment.contact);
  }

  /** Empty when no trigger of that key is registered any more. */
  Optional<PersonTrigger> trigger(Moment moment) {
    return sources.triggers.ofPerson(moment.trigger);
  }

  /** Whether what the candidate, which is about no order, would tell is true at that moment. */
  boolean isStillTrue(PersonTrigger trigger, Candidate c, Instant now) {
    return stillTrue
        .computeIfAbsent(trigger.key(), key -> trigger.factsOf(readers(key), now).keySet())
        .contains(c.moment.get());
  }

  private Map<Moment, Locale> readers(String trigger) {
    Map<Moment, Locale> readers = new LinkedHashMap<>();
    for (Candidate c : all) {
      boolean asked = c.isAboutMember() && c.moment.isPresent() && c.member.isPresent();
      if (asked && c.moment.get().trigger.equals(trigger)) {
        readers.put(c.moment.get(), c.locale());
      }
    }
    return readers;
  }
}
