package org.postpurchase.survey;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * Reports {@link ChangesToldTrigger} for everybody who answered a survey, once for each person and
 * published version: a series that begins with it sends the mail. Page by page, each in a
 * transaction; doing it again after a crash reports nobody twice.
 */
public final class TellChanges {
  public static final int TEXT_MAX = 1000;
  private static final int PAGE = 200;

  private final SurveyStore store;
  private final OrderReader orders;
  private final Supplier<Moments> moments;
  private final Transactions transactions;
  private final Clock clock;

  TellChanges(
      SurveyStore store,
      OrderReader orders,
      Supplier<Moments> moments,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.orders = orders;
    this.moments = moments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param changes what was changed, by language as {@link LocalText}; at most {@value #TEXT_MAX}
   *     characters
   * @return how many people were reported
   */
  public int tell(long surveyId, String changes) {
    Survey survey = transactions.call(() -> store.find(surveyId)).orElse(null);
    if (survey == null || survey.liveVersion == 0 || changes.trim().isEmpty()) {
      return 0;
    }
    int told = 0;
    List<Answerer> page;
    long after = 0;
    do {
      long from = after;
      page = transactions.call(() -> store.answerers(surveyId, from, PAGE));
      List<Answerer> some = page;
      told += transactions.call(() -> report(survey, some, changes));
      after = page.isEmpty() ? after : page.get(page.size() - 1).answerId;
    } while (page.size() == PAGE);
    return told;
  }

  private int report(Survey survey, List<Answerer> answers, String changes) {
    Map<Long, OrderSnapshot> known =
        orders.findAll(answers.stream().map(a -> a.orderId).collect(Collectors.toSet()));
    Instant now = clock.instant();
    List<Moment> all = new ArrayList<>();
    for (Answerer answer : answers) {
      OrderSnapshot order = known.get(answer.orderId);
      if (order != null && EmailAddress.keyOf(order.email).equals(answer.contact)) {
        all.add(moment(answer, order, changes).happened(key(survey, answer), now));
      }
    }
    moments.get().report(all);
    return all.size();
  }

  private static String key(Survey survey, Answerer answer) {
    return "survey:" + survey.id + ":changes:" + survey.liveVersion + ":" + answer.answerId;
  }

  private static Moment.Builder moment(Answerer answer, OrderSnapshot order, String changes) {
    Moment.Builder moment =
        Moment.of(ChangesToldTrigger.KEY, EmailAddress.stored(order.email))
            .reader(order.firstName, order.locale)
            .values(
                MomentValues.none()
                    .text(
                        "changes",
                        ShownText.paragraphs(LocalText.in(changes, order.locale), TEXT_MAX)));
    return answer.customerId == 0 ? moment : moment.customer(answer.customerId);
  }
}
