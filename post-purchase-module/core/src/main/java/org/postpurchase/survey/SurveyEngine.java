package org.postpurchase.survey;

import java.time.Clock;
import java.util.function.Supplier;
import org.postpurchase.ask.AskStore;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderReader;
import org.postpurchase.shared.Transactions;

/** Puts the use cases together. All of them may run on any number of nodes. */
public final class SurveyEngine {
  private final OpenSurvey open;
  private final AnswerSurvey answer;
  private final EditSurveys edit;
  private final TellChanges changes;

  /** What the shop tells them, and hears from them. */
  public static final class Shopside {
    final OrderReader orders;
    final AskStore asks;
    final OpenSurvey.Rules rules;
    final Supplier<Moments> moments;

    public Shopside(
        OrderReader orders, AskStore asks, OpenSurvey.Rules rules, Supplier<Moments> moments) {
      this.orders = orders;
      this.asks = asks;
      this.rules = rules;
      this.moments = moments;
    }
  }

  public SurveyEngine(SurveyStore store, Shopside shop, Transactions transactions, Clock clock) {
    open = new OpenSurvey(store, shop.orders, shop.asks, shop.rules, transactions, clock);
    answer = new AnswerSurvey(open, store, shop.asks, shop.moments, transactions, clock);
    edit = new EditSurveys(store, transactions, clock);
    changes = new TellChanges(store, shop.orders, shop.moments, transactions, clock);
  }

  public OpenSurvey open() {
    return open;
  }

  public AnswerSurvey answer() {
    return answer;
  }

  public TellChanges changes() {
    return changes;
  }

  public EditSurveys edit() {
    return edit;
  }
}
