package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.consent.Standing;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageGate;
import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.shared.Purpose;

/**
 * Asks the same rules once more when a message is about to leave: whoever unsubscribed, cancelled
 * or used the code in the meantime gets nothing, and the reason is stored.
 */
final class CheckBeforeSending implements MessageGate {
  /** What a step waits for until it is due, and a message that is about to leave cannot. */
  private static final Set<ReasonCode> RESTING =
      EnumSet.of(ReasonCode.IN_SERVICE, ReasonCode.WITHDRAWAL_DECLARED);

  private final ExecutionStore executions;
  private final ReadCandidates read;
  private final CandidateFacts.Sources facts;
  private final Supplier<RunBook> books;
  private final Consents consents;
  private final Clock clock;
  private Restraint restraint = Restraint.NONE;

  CheckBeforeSending(
      ExecutionStore executions,
      ReadCandidates read,
      CandidateFacts.Sources facts,
      Supplier<RunBook> books,
      Clock clock) {
    this.executions = executions;
    this.read = read;
    this.facts = facts;
    this.books = books;
    this.consents = facts.consents;
    this.clock = clock;
  }

  CheckBeforeSending with(Restraint newRestraint) {
    restraint = newRestraint;
    return this;
  }

  @Override
  public Map<Long, String> objections(List<Message> messages) {
    return objections(messages, (id, until) -> {});
  }

  @Override
  public Map<Long, String> objections(List<Message> messages, BiConsumer<Long, Instant> later) {
    Instant now = clock.instant();
    Set<Long> runIds = new TreeSet<>();
    messages.stream()
        .filter(m -> m.content.enrollmentId != 0)
        .forEach(m -> runIds.add(m.content.enrollmentId));
    Map<Long, List<StepExecution>> steps =
        runIds.isEmpty()
            ? Collections.emptyMap()
            : executions.ofEnrollments(runIds).stream()
                .collect(Collectors.groupingBy(e -> e.enrollmentId));
    List<Message> inSeries = new ArrayList<>();
    List<StepExecution> ofMessages = new ArrayList<>();
    List<Message> alone = new ArrayList<>();
    for (Message message : messages) {
      Optional<StepExecution> step = step(message, steps);
      step.ifPresent(ofMessages::add);
      (step.isPresent() ? inSeries : alone).add(message);
    }
    Map<Long, String> objections = silenced(alone);
    RunBook book = books.get();
    List<Candidate> candidates =
        ofMessages.isEmpty() ? Collections.emptyList() : read.of(ofMessages, book);
    CandidateFacts known =
        facts.about(candidates, id -> steps.getOrDefault(id, Collections.emptyList()));
    Optional<ContactBudget.People> people = restraint.sending(advertised(messages), now);
    Map<Candidate, StepVerdict> verdicts = new LinkedHashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      Message message = inSeries.get(i);
      Optional<StepVerdict> verdict = objection(c, known, message, now);
      if (!verdict.isPresent() && people.isPresent() && c.step.isMarketing()) {
        verdict = wished(message, people.get(), now);
        if (!verdict.isPresent()) {
          restraint
              .nextOpen(c, message.content.recipient.channel, people.get(), now)
              .filter(open -> open.isAfter(now))
              .ifPresent(open -> later.accept(message.id, open));
        }
      }
      Optional<Instant> place =
          message.chosenToBeSentAgain ? Optional.empty() : known.asks.opensAt(c, now);
      if (verdict.isPresent() || place.isPresent()) {
        known.asks.takeBack(c, now);
      } else {
        known.asks.note(c, now);
      }
      if (!verdict.isPresent()) { // it waited so long that another one has taken its place
        place.ifPresent(open -> later.accept(message.id, open));
      }
      verdict.ifPresent(
          v -> {
            objections.put(message.id, v.reason.name());
            verdicts.put(c, v);
            book.decide(withheld(v, c, message, now));
          });
    }
    known.asks.write();
    end(verdicts, book, now);
    book.write(now);
    return objections;
  }

  private static Set<String> advertised(List<Message> messages) {
    return messages.stream()
        .filter(m -> m.content.purpose == Purpose.MARKETING && m.content.enrollmentId != 0)
        .map(m -> m.content.recipient.contact)
        .collect(Collectors.toSet());
  }

  /** What the person has wished since it was decided; what the staff sends again goes out. */
  private static Optional<StepVerdict> wished(
      Message message, ContactBudget.People people, Instant now) {
    String contact = message.content.recipient.contact;
    if (people.wish(contact, now).isPresent()) {
      return Optional.of(StepVerdict.skip(ReasonCode.PAUSED_BY_PERSON, ""));
    }
    return !message.chosenToBeSentAgain && people.isTooOften(contact, now)
        ? Optional.of(StepVerdict.skip(ReasonCode.AT_MOST_WEEKLY, ""))
        : Optional.empty();
  }

  private static Optional<StepExecution> step(
      Message message, Map<Long, List<StepExecution>> steps) {
    return steps.getOrDefault(message.content.enrollmentId, Collections.emptyList()).stream()
        .filter(e -> e.stepKey.equals(message.content.stepKey))
        .findFirst();
  }

  private Map<Long, String> silenced(List<Message> messages) {
    Map<Long, String> silenced = new HashMap<>();
    Map<String, Map<String, Standing>> standings = new HashMap<>();
    for (Message message : messages) {
      String key = facts.channels.consentKey(message.content.recipient.channel);
      Map<String, Standing> known =
          standings.computeIfAbsent(key, k -> consents.by(k).standings(contacts(messages, k)));
      if (known.get(message.content.recipient.contact).silence.isPresent()) {
        silenced.put(message.id, ReasonCode.OPTED_OUT.name());
      }
    }
    return silenced;
  }

  private Set<String> contacts(List<Message> messages, String consentKey) {
    return messages.stream()
        .map(m -> m.content.recipient)
        .filter(to -> facts.channels.consentKey(to.channel).equals(consentKey))
        .map(to -> to.contact)
        .collect(Collectors.toSet());
  }

  private static void end(Map<Candidate, StepVerdict> verdicts, RunBook book, Instant now) {
    Map<Candidate, StepVerdict> exits = new LinkedHashMap<>(verdicts);
    exits.values().removeIf(v -> v.verdict != Verdict.EXIT);
    book.lockSteps(exits.keySet().stream().map(c -> c.enrollment.id).collect(Collectors.toSet()));
    exits.forEach((c, v) -> EndRun.exit(book, c.enrollment, c.version, v.reason, now));
  }

  private static Optional<StepVerdict> objection(
      Candidate c, CandidateFacts known, Message message, Instant now) {
    Optional<StepVerdict> objection =
        CheckCandidate.objection(c, known, now)
            .map(v -> RESTING.contains(v.reason) ? StepVerdict.skip(v.reason, "") : v)
            .filter(v -> !v.parked && v.verdict != Verdict.DEFER);
    boolean refusedThere =
        c.step.isMarketing()
            && known.standing(c, message.content.recipient.contact).permission
                == ContactPermission.OPTED_OUT;
    if (!objection.isPresent() && refusedThere) {
      return Optional.of(StepVerdict.exit(ReasonCode.OPTED_OUT));
    }
    return objection.isPresent() || message.chosenToBeSentAgain || !CheckCandidate.isStale(c, now)
        ? objection
        : Optional.of(StepVerdict.skip(ReasonCode.STALE, ""));
  }

  private static TouchDecision withheld(StepVerdict v, Candidate c, Message message, Instant now) {
    return new TouchDecision(
        EndRun.key(c.execution) + ":send:" + message.epoch,
        c.step.templateKey,
        c.enrollment.orderId,
        v.verdict,
        v.reason,
        now,
        OptionalLong.of(message.id),
        c.place(),
        v.detail);
  }
}
