package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.EmailAddress;

/**
 * Lets people enter every active series about what happened to them.
 *
 * <p>Once for each key and series, on any number of nodes and however often it is reported. All of
 * it joins the caller's transaction. What happened before a series was switched on enters nobody,
 * and of a series that was switched on in between only the steps whose time came later are taken.
 */
final class EnterOnMoment implements Moments {
  private static final String TOUCH = "series";

  private final SeriesCatalog catalog;
  private final SeriesVersionStore versions;
  private final EnrollmentStore enrollments;
  private final Triggers triggers;
  private final EnterSeries.Records records;
  private final People people;
  private final StepTiming timing;
  private SegmentMembership segments = SegmentMembership.NOBODY;

  EnterOnMoment(
      SeriesCatalog catalog,
      SeriesVersionStore versions,
      EnrollmentStore enrollments,
      Triggers triggers,
      EnterSeries.Records records,
      People people,
      StepTiming timing) {
    this.catalog = catalog;
    this.versions = versions;
    this.enrollments = enrollments;
    this.triggers = triggers;
    this.records = records;
    this.people = people;
    this.timing = timing;
  }

  /** The shop has segments. */
  EnterOnMoment with(SegmentMembership newSegments) {
    segments = newSegments;
    return this;
  }

  @Override
  public Optional<Audience> audience(String trigger) {
    return audience(trigger, catalog.running());
  }

  /** The same amongst series that have been read. */
  Optional<Audience> audience(String trigger, List<Series> running) {
    Duration ahead = Duration.ZERO;
    Instant first = null;
    Instant since = null;
    for (Series series : running) {
      if (!series.draft.trigger.equals(trigger)) {
        continue;
      }
      if (series.status == SeriesStatus.ACTIVE && series.activeSince != null) {
        first = first == null || series.activeSince.isBefore(first) ? series.activeSince : first;
        since = since == null || series.activeSince.isAfter(since) ? series.activeSince : since;
        for (Step step : steps(series)) {
          boolean earlier = step.anchor == Anchor.DAY_AHEAD && step.delay().compareTo(ahead) > 0;
          ahead = earlier ? step.delay() : ahead;
        }
      }
    }
    return since == null ? Optional.empty() : Optional.of(new Audience(ahead, first, since));
  }

  @Override
  public int report(Collection<Moment> moments) {
    moments.forEach(this::require);
    Map<String, List<Series>> running = new HashMap<>();
    Map<Moment, Optional<Member>> members = new LinkedHashMap<>();
    for (Moment moment : moments) {
      if (!running.computeIfAbsent(moment.trigger, this::running).isEmpty()) {
        members.put(moment, people.find(moment));
      }
    }
    return members.entrySet().stream()
        .sorted(Comparator.comparing(entry -> contact(entry.getValue())))
        .mapToInt(entry -> enter(entry.getKey(), entry.getValue(), running))
        .sum();
  }

  private void require(Moment moment) {
    PersonTrigger trigger =
        triggers
            .ofPerson(moment.trigger)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No trigger '"
                            + moment.trigger
                            + "' about persons is registered. Make its class a bean."));
    if (trigger.hasDay() && !moment.day.isPresent()) {
      throw new IllegalArgumentException(
          moment.trigger + " is about a day to come, which " + moment.key + " does not say.");
    }
  }

  private int enter(Moment moment, Optional<Member> member, Map<String, List<Series>> running) {
    int entered = 0;
    for (Series series : running.get(moment.trigger)) {
      if (isOfAnotherSegment(series, moment)) {
        continue;
      }
      ReasonCode obstacle = obstacle(series, moment, member);
      if (obstacle != null) {
        skip(series, moment, contact(member), obstacle);
      } else if (enter(series, moment, member.get())) {
        entered++;
      }
    }
    return entered;
  }

  private static boolean isAboutSegment(Moment moment) {
    return moment.trigger.equals(SegmentMembership.JOINED)
        || moment.trigger.equals(SegmentMembership.LEFT);
  }

  /** Of a series that begins with joining or leaving, its segment says which one is meant. */
  private static boolean isOfAnotherSegment(Series series, Moment moment) {
    String segment = series.draft.segment;
    return isAboutSegment(moment)
        && !segment.isEmpty()
        && !moment.values.textOf(SegmentMembership.SEGMENT).equals(segment);
  }

  private List<Series> running(String trigger) {
    return catalog.running().stream()
        .filter(series -> series.draft.trigger.equals(trigger))
        .collect(Collectors.toList());
  }

  private List<Step> steps(Series series) {
    return versions
        .find(series.id, series.liveVersion)
        .map(version -> version.definition.steps)
        .orElseGet(ArrayList::new);
  }

  /** What speaks against entering, or null. */
  private static ReasonCode obstacle(Series series, Moment moment, Optional<Member> member) {
    if (series.status == SeriesStatus.PAUSED) {
      return ReasonCode.SERIES_PAUSED;
    }
    if (!series.wasActiveAt(moment.happenedAt)) {
      return ReasonCode.BEFORE_ACTIVATION;
    }
    if (!member.isPresent()) {
      return ReasonCode.MEMBER_GONE;
    }
    return DecideStep.isUsable(member.get().email) ? null : ReasonCode.NO_USABLE_ADDRESS;
  }

  private boolean enter(Series series, Moment moment, Member member) {
    SeriesVersion version = versions.find(series.id, series.liveVersion).orElse(null);
    if (version == null || !version.definition.trigger.equals(moment.trigger)) {
      return false;
    }
    String contact = EmailAddress.of(member.email).key();
    String key = key(series, moment);
    enrollments.lockContact(contact, moment.happenedAt);
    List<Enrollment> before = enrollments.ofMoment(series.id, moment.key);
    if (enrollments.isEntered(key)
        || before.stream().anyMatch(run -> run.state == EnrollmentState.ACTIVE)) {
      return false;
    }
    MomentPlan plan = new MomentPlan(version, moment, sent(before), timing, series.activeSince);
    ReasonCode obstacle = obstacle(series, version, moment, contact, plan);
    if (obstacle != null) {
      skip(series, moment, contact, obstacle);
    }
    if (obstacle != null || plan.steps().isEmpty()) {
      return false;
    }
    OptionalLong run =
        enrollments.enter(
            key,
            series.id,
            version.id,
            new Enrollment.Person(contact, moment.customerId.orElse(0), 0),
            moment.happenedAt);
    run.ifPresent(
        id -> {
          enrollments.keepMoment(id, moment);
          plan.steps()
              .forEach(
                  (step, due) ->
                      plan(id, step, due, plan.isPast(step) ? moment.happenedAt : null, contact));
        });
    return run.isPresent();
  }

  /** Keys of the steps that were sent in those runs. */
  private Set<String> sent(List<Enrollment> before) {
    Set<String> sent = new HashSet<>();
    for (Enrollment run : before) {
      records.executions.ofEnrollment(run.id).stream()
          .filter(execution -> execution.state == ExecutionState.DONE)
          .forEach(execution -> sent.add(execution.stepKey));
    }
    return sent;
  }

  private ReasonCode obstacle(
      Series series, SeriesVersion version, Moment moment, String contact, MomentPlan plan) {
    List<Enrollment> runs =
        enrollments.ofPersonInSeries(contact, moment.customerId.orElse(0), series.id);
    Optional<ReasonCode> again = MayEnter.objection(version.definition, runs, moment.happenedAt);
    if (again.isPresent()) {
      return again.get();
    }
    String segment = series.draft.segment;
    PersonRef person = PersonRef.of(moment.customerId.orElse(0), contact);
    if (!segment.isEmpty() && !isAboutSegment(moment) && !segments.isMember(segment, person)) {
      return ReasonCode.NOT_IN_SEGMENT;
    }
    return plan.isAllPast() ? ReasonCode.BEFORE_ACTIVATION : null;
  }

  /** A series that is switched on anew is another occasion, for steps whose time came later. */
  private static String key(Series series, Moment moment) {
    return "series:"
        + series.id
        + ":member:"
        + series.activeSince.toEpochMilli()
        + ":"
        + moment.key;
  }

  private void plan(long run, Step step, Instant due, Instant pastAt, String contact) {
    records.executions.add(run, step, due);
    if (pastAt != null) {
      StepExecution past = records.executions.find(run, step.key).get();
      String reason = ReasonCode.BEFORE_ACTIVATION.name();
      records.executions.finish(past, ExecutionState.SKIPPED, reason, pastAt);
      records.decisions.store(
          new TouchDecision(
              EndRun.key(past),
              step.templateKey,
              0,
              Verdict.SKIP,
              ReasonCode.BEFORE_ACTIVATION,
              pastAt,
              OptionalLong.empty(),
              new TouchDecision.Place(run, step.key, contact),
              ""));
    }
  }

  private static String contact(Optional<Member> member) {
    String contact = member.map(m -> EmailAddress.stored(m.email).key()).orElse("");
    return contact.length() <= 254 ? contact : "";
  }

  private void skip(Series series, Moment moment, String contact, ReasonCode reason) {
    records.decisions.store(
        new TouchDecision(
            "enter:" + series.id + "|" + moment.key + "|" + reason,
            TOUCH,
            0,
            Verdict.SKIP,
            reason,
            moment.happenedAt,
            OptionalLong.empty(),
            new TouchDecision.Place(0, "", contact),
            series.draft.name));
  }
}
