package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskLaw;
import org.postpurchase.ask.AskStore;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Transactions;

/**
 * {@code survey} in texts about an order: {@code ${survey.url}} leads to the newest survey that is
 * switched on, {@code ${survey.s3}} to number 3. Empty for a person who should not be asked now: a
 * case is open, a survey was answered lately, no requests are wanted, the budget of requests is
 * used up, or the law takes the request for advertising and the text may not advertise.
 */
public final class MailSurvey implements ModelPart {
  private static final String NEWEST = "url";
  private static final String NUMBERED = "s";

  private final SurveyStore store;
  private final SurveyLinks links;
  private final AskStore asks;
  private final OpenSurvey.Rules rules;
  private final Transactions transactions;
  private final Clock clock;
  private final AskLaw law = AskLaw.shipped();

  public MailSurvey(
      SurveyStore store,
      SurveyLinks links,
      AskStore asks,
      OpenSurvey.Rules rules,
      Transactions transactions,
      Clock clock) {
    this.store = requireNonNull(store, "store");
    this.links = requireNonNull(links, "links");
    this.asks = requireNonNull(asks, "asks");
    this.rules = requireNonNull(rules, "rules");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public String name() {
    return "survey";
  }

  @Override
  public Reading knowing(Collection<Subject> subjects) {
    List<Survey> all = store.all();
    boolean any = all.stream().anyMatch(Survey::isActive);
    Set<String> people =
        subjects.stream()
            .filter(s -> any && s.order != null && !s.contact.isEmpty())
            .map(s -> s.contact)
            .collect(Collectors.toSet());
    Known known = people.isEmpty() ? null : new Known(people);
    return (subject, language) -> of(all, subject, known);
  }

  private Map<String, Object> of(List<Survey> all, Subject subject, Known known) {
    Map<String, Object> shown = new HashMap<>();
    shown.put(NEWEST, "");
    boolean may = known != null && isAllowed(subject);
    for (Survey survey : all) {
      String url = may && known.isWelcome(survey, subject) ? url(survey, subject.order) : "";
      shown.put(NUMBERED + survey.id, url);
      if (survey.isActive() && !url.isEmpty() && shown.get(NEWEST).equals("")) {
        shown.put(NEWEST, url);
      }
    }
    return shown;
  }

  private boolean isAllowed(Subject subject) {
    return subject.order != null
        && !subject.contact.isEmpty()
        && (subject.advertising
            || law.of(AskKind.SURVEY, subject.order.countryCode) != Purpose.MARKETING);
  }

  private String url(Survey survey, OrderSnapshot order) {
    return links.of(new SurveyRef(survey.id, order.orderId));
  }

  /** What speaks against asking these people, read for all of them. */
  private final class Known {
    private final Instant now = clock.instant();
    private final AskBudget budget = rules.budget();
    private final Set<String> resting;
    private final Set<String> stopped;
    private final Map<String, List<Ask>> asked;
    private final Map<String, Instant> answered;

    Known(Set<String> people) {
      resting = rules.inService(people);
      stopped = asks.stopped(people);
      asked = asks.since(people, now.minus(budget.period));
      answered = store.lastAnswered(people);
    }

    boolean isWelcome(Survey survey, Subject subject) {
      String contact = subject.contact;
      Instant last = answered.get(contact);
      Duration rest = Duration.ofDays(survey.settings.cooldownDays);
      List<Ask> earlier = asked.getOrDefault(contact, Collections.<Ask>emptyList());
      SurveyRef ref = new SurveyRef(survey.id, subject.order.orderId);
      return survey.isActive()
          && !resting.contains(contact)
          && !stopped.contains(contact)
          && (last == null || !last.isAfter(now.minus(rest)))
          && !budget.opensAt(earlier, OpenSurvey.ask(ref, "", now).mail(), now).isPresent();
    }
  }

  @Override
  public Map<String, Object> example(Language language) {
    Map<String, Object> shown = new HashMap<>();
    String url = links.of(new SurveyRef(0, 0));
    shown.put(NEWEST, url);
    transactions.call(store::all).forEach(survey -> shown.put(NUMBERED + survey.id, url));
    return shown;
  }
}
