package org.postpurchase.referral;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderState;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.OrderFixture;

/** What people do in that shop. */
final class ReferralWorld extends ReferralShop {
  ReferralWorld(CoreDatabase database) {
    super(database);
  }

  ReferralWorld(CoreDatabase database, boolean fresh) {
    super(database, fresh);
  }

  /** A customer with an order of her own and a link. */
  Advocate ada() {
    return advocate(ADA, "ada@example.com", "Ada");
  }

  Advocate advocate(long customer, String email, String name) {
    Advocate advocate =
        join.join(
                email,
                customer,
                new JoinReferrals.Name(name, Locale.UK),
                Owners.ofCustomer(customer))
            .orElseThrow();
    return advocate;
  }

  /** An order of two lines, 60 and 40, of whom the facts tell. */
  OrderFixture cart(long id, String email) {
    return OrderFixture.order(id)
        .customer(10_000 + id)
        .email(email)
        .in("EUR")
        .priced(id * 10, 1, 6000)
        .priced(id * 10 + 1, 1, 4000);
  }

  List<CodeProblem> claim(String code, long order, String email, FriendCodes.Trace trace) {
    return engine
        .codes()
        .claim(
            List.of(code), new FriendCodes.Friend(order, email, 0, new BigDecimal("100")), trace);
  }

  CodeVerdict verdict(String code, long order, String email) {
    return engine
        .codes()
        .problems(List.of(code), new FriendCodes.Friend(order, email, 0, new BigDecimal("100")))
        .stream()
        .map(p -> p.verdict)
        .findFirst()
        .orElse(CodeVerdict.USABLE);
  }

  /** The friend checks out with the code, and the order is placed. */
  Referral orders(Advocate advocate, long id, String email) {
    return orders(advocate, id, email, FriendCodes.Trace.NONE, facts(id, email));
  }

  Referral orders(
      Advocate advocate, long id, String email, FriendCodes.Trace trace, PersonFacts facts) {
    List<CodeProblem> problems = claim(advocate.code, id, email, trace);
    if (!problems.isEmpty()) {
      throw new AssertionError("refused: " + problems.get(0).verdict);
    }
    buyers.put(id, facts);
    placed(cart(id, email), 1);
    return ofOrder(id);
  }

  PersonFacts facts(long id, String email) {
    return new PersonFacts(id, 10_000 + id, email, clock.instant())
        .at("Person " + id, "Some Street " + id, "1" + id, "DE")
        .phone("+49 30 1000" + id);
  }

  /** An order that nobody has recommended. */
  void buys(long id, String email, PersonFacts facts) {
    buyers.put(id, facts);
    placed(cart(id, email), 1);
  }

  void placed(OrderFixture order, int life) {
    loyalty.orders.with(order.state(OrderState.SUBMITTED).submittedAt(clock.instant()));
    happened(order.build().orderId, OrderFact.SUBMITTED, life, "");
  }

  void cancelled(OrderFixture order, int life) {
    loyalty.orders.with(order.state(OrderState.CANCELLED).submittedAt(clock.instant()));
    happened(order.build().orderId, OrderFact.CANCELLED, life, "");
  }

  void happened(long order, OrderFact fact, int life, String payload) {
    String key =
        fact == OrderFact.REFUNDED
            ? OrderEvent.referenceKey(order, fact, "refund-" + life)
            : OrderEvent.statusKey(order, fact, life);
    OrderEvent event =
        new OrderEvent(key, order, fact, payload, EventSource.HOST_STATUS, clock.instant());
    database.transactions.run(() -> outbox.record(event));
    run();
  }

  void delivered(long order) {
    warehouse.delivered(order, List.of(), "arrived-" + order);
    run();
  }

  void returned(long order, long line) {
    warehouse.linesReturned(order, List.of(LineQuantity.of(line, 1)), "back-" + line);
    run();
  }

  void pass(Duration time) {
    clock.advance(time);
    run();
  }

  void run() {
    relay.runDue();
    loyalty.engine.sweep().runDue();
    engine.pay().runDue();
    List<String> reasons =
        database.jdbc.queryForList(
            "select REASON from PP_OUTBOX where STATE <> 'DONE' and REASON is not null",
            String.class);
    if (!reasons.isEmpty()) {
      throw new AssertionError("handler failed: " + reasons);
    }
  }

  /** Hands every event to the handler once more, in any order. */
  void replay(long order, Random random) {
    List<OrderEvent> events = new ArrayList<>();
    database.jdbc.query(
        "select ENTRY_KEY, FACT, PAYLOAD, OCCURRED_AT from PP_OUTBOX where ORDER_ID = ? and HANDLER = 'referral'",
        row -> {
          events.add(
              new OrderEvent(
                  row.getString(1).replaceFirst("[>|/@#].*$", ""),
                  order,
                  OrderFact.valueOf(row.getString(2)),
                  row.getString(3) == null ? "" : row.getString(3),
                  EventSource.HOST_STATUS,
                  clock.instant()));
        },
        order);
    if (events.isEmpty()) {
      throw new AssertionError("nothing to replay");
    }
    Collections.shuffle(events, random);
    for (OrderEvent event : events) {
      database.transactions.run(() -> engine.handler().handle(List.of(event)));
    }
    run();
  }

  Referral ofOrder(long order) {
    return database.transactions.call(
        () -> {
          List<Long> ids =
              database.jdbc.queryForList(
                  "select REFERRAL_ID from PP_REFERRAL where ORDER_ID = ?", Long.class, order);
          return ids.isEmpty() ? null : store.find(ids.get(0)).orElse(null);
        });
  }

  List<String> signals(Referral referral) {
    List<String> keys = new ArrayList<>();
    store.signals(referral.id).forEach(signal -> keys.add(signal.key));
    return keys;
  }

  long pending(long customer) {
    return loyalty.balance(customer).pending;
  }

  long available(long customer) {
    return loyalty.balance(customer).usable;
  }

  List<String> told() {
    List<String> told = new ArrayList<>();
    moments.forEach(m -> told.add(m.trigger + " " + m.contact));
    return told;
  }
}
