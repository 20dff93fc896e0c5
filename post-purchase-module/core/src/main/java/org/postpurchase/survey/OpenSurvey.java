package org.postpurchase.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;

/** Finds what to show behind a link and on a confirmation page. Changes nothing. */
public final class OpenSurvey {
  private final SurveyStore store;
  private final OrderReader orders;
  private final AskStore asks;
  private final Rules rules;
  private final Transactions transactions;
  private final Clock clock;

  /** What else speaks against asking somebody. */
  public interface Rules {
    /** How many requests of all kinds one person gets. */
    AskBudget budget();

    /** Those of the people of whom a case is open. */
    Set<String> inService(Collection<String> contacts);
  }

  OpenSurvey(
      SurveyStore store,
      OrderReader orders,
      AskStore asks,
      Rules rules,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.orders = orders;
    this.asks = asks;
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Behind a link; empty when the survey is switched off or the order is gone. */
  public Optional<SurveyPage> of(SurveyRef ref) {
    return transactions.call(() -> orders.find(ref.orderId).flatMap(order -> page(ref, order)));
  }

  private Optional<SurveyPage> page(SurveyRef ref, OrderSnapshot order) {
    Survey survey = store.find(ref.surveyId).orElse(null);
    if (survey == null || survey.liveVersion == 0) {
      return Optional.empty();
    }
    Optional<SurveyAnswer> answer = store.answer(ref);
    if (answer.isPresent()) {
      int version = answer.get().version;
      return store
          .version(ref.surveyId, version)
          .map(c -> new SurveyPage(ref, SurveyPage.State.ANSWERED, order, version, c, answer));
    }
    if (!survey.isActive()) {
      return Optional.empty();
    }
    SurveyPage.State state =
        isCooling(survey, contact(order)) ? SurveyPage.State.LATELY : SurveyPage.State.OPEN;
    return store
        .version(ref.surveyId, survey.liveVersion)
        .map(c -> new SurveyPage(ref, state, order, survey.liveVersion, c, Optional.empty()));
  }

  /**
   * On the confirmation page of an order, for its owner: the questions, or the thanks for an answer
   * that was given; empty when nobody is asked, or this person should not be.
   *
   * @param viewer the host's customer id of whoever looks at the page
   */
  public Optional<SurveyPage> afterOrder(long orderId, long viewer) {
    return transactions.call(
        () -> {
          Survey survey = store.onConfirmation().orElse(null);
          if (survey == null) {
            return Optional.<SurveyPage>empty();
          }
          SurveyRef ref = new SurveyRef(survey.id, orderId);
          return orders
              .find(orderId)
              .filter(o -> o.customerId == viewer && o.isPlaced() && !o.email.isEmpty())
              .filter(o -> !o.submittedAt.isBefore(survey.activeSince))
              .flatMap(o -> page(ref, o))
              .filter(this::isWelcome);
        });
  }

  private boolean isWelcome(SurveyPage page) {
    if (page.state == SurveyPage.State.ANSWERED) {
      return true;
    }
    String contact = contact(page.order);
    if (page.state != SurveyPage.State.OPEN
        || asks.isStopped(contact)
        || !rules.inService(Collections.singleton(contact)).isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    AskBudget budget = rules.budget();
    List<Ask> earlier = asks.since(contact, now.minus(budget.period));
    return !budget.opensAt(earlier, mail(page.ref), now).isPresent();
  }

  boolean isCooling(Survey survey, String contact) {
    Instant since = clock.instant().minus(Duration.ofDays(survey.settings.cooldownDays));
    return survey.settings.cooldownDays > 0
        && store.lastAnswered(contact).filter(at -> at.isAfter(since)).isPresent();
  }

  static String contact(OrderSnapshot order) {
    return EmailAddress.keyOf(order.email);
  }

  static Ask ask(SurveyRef ref, String contact, Instant now) {
    return new Ask(AskKind.SURVEY, contact, ref.orderId, "survey-" + ref.surveyId, 0, now);
  }

  private static String mail(SurveyRef ref) {
    return ask(ref, "", Instant.EPOCH).mail();
  }
}
