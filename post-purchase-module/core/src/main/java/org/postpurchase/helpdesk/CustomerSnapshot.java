package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsBalance;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Glance;
import org.postpurchase.people.Glances;
import org.postpurchase.people.Identity;
import org.postpurchase.people.PlacedOrder;
import org.postpurchase.person.PersonRef;
import org.postpurchase.service.CaseStore;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.Transactions;

/**
 * What a colleague at the help desk wants to know of a customer who writes: the newest orders and
 * what became of them, points, and cases. Reads only, with a bounded number of statements.
 */
public final class CustomerSnapshot {
  private static final int ORDERS_MOST = 10;
  private static final int CASES_MOST = 20;

  private final Shopside shop;
  private final Glances glances;
  private final LedgerViews ledger;
  private final CaseStore cases;
  private final Transactions transactions;
  private final Clock clock;

  public CustomerSnapshot(
      Shopside shop,
      Glances glances,
      LedgerViews ledger,
      CaseStore cases,
      Transactions transactions,
      Clock clock) {
    this.shop = requireNonNull(shop, "shop");
    this.glances = requireNonNull(glances, "glances");
    this.ledger = requireNonNull(ledger, "ledger");
    this.cases = requireNonNull(cases, "cases");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  /** What the shop knows of people and their orders. */
  public static final class Shopside {
    final FindPerson people;
    final OrderReader orders;
    final OrderLineStore lines;

    public Shopside(FindPerson people, OrderReader orders, OrderLineStore lines) {
      this.people = requireNonNull(people, "people");
      this.orders = requireNonNull(orders, "orders");
      this.lines = requireNonNull(lines, "lines");
    }
  }

  /**
   * @return JSON in ASCII; empty when the shop has never heard of that address
   */
  public Optional<String> of(EmailAddress address) {
    return transactions.call(
        () ->
            shop.people
                .find(PersonRef.ofMailbox(address.toString()))
                .map(person -> PlainJson.write(person(person))));
  }

  private Map<String, Object> person(Identity person) {
    Glance glance = glances.of(person);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("email", person.email);
    all.put("name", person.name);
    all.put("customerId", PlainJson.number(person.ref.customerId));
    all.put("advertising", glance.suppressed.isEmpty() ? glance.consent : "STOPPED");
    all.put("points", points(glance));
    all.put("reviews", PlainJson.number(glance.reviews));
    all.put("orderCount", PlainJson.number(person.orders.size()));
    all.put("orders", orders(person));
    all.put("openCases", PlainJson.number(glance.openCases));
    all.put("cases", cases(person));
    return all;
  }

  private Map<String, Object> points(Glance glance) {
    PointsBalance balance =
        glance.accountId == 0
            ? PointsBalance.NONE
            : ledger.balance(glance.accountId, clock.instant());
    Map<String, Object> points = new LinkedHashMap<>();
    points.put("usable", PlainJson.number(balance.usable));
    points.put("pending", PlainJson.number(glance.pendingPoints));
    points.put("tier", glance.tierKey);
    return points;
  }

  private List<Object> cases(Identity person) {
    return person.ref.mailbox.isEmpty()
        ? Collections.emptyList()
        : cases.ofContact(person.ref.mailbox, CASES_MOST).stream()
            .map(CaseJson::shown)
            .collect(Collectors.toList());
  }

  private List<Object> orders(Identity person) {
    List<PlacedOrder> newest =
        person.orders.subList(0, Math.min(ORDERS_MOST, person.orders.size()));
    Collection<Long> ids = newest.stream().map(o -> o.id).collect(Collectors.toList());
    Map<Long, OrderSnapshot> found = shop.orders.findAll(ids);
    Map<Long, List<OrderLineProgress>> progress = shop.lines.readAll(ids);
    List<Object> shown = new ArrayList<>();
    for (PlacedOrder order : newest) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("number", order.number);
      one.put("placedAt", order.placedAt);
      one.put("cancelled", PlainJson.yesOrNo(order.cancelled));
      one.put("total", order.total.toPlainString());
      one.put("currency", order.currency);
      one.put(
          "lines",
          found.containsKey(order.id)
              ? lines(
                  found.get(order.id),
                  progress.getOrDefault(order.id, Collections.<OrderLineProgress>emptyList()))
              : Collections.emptyList());
      shown.add(one);
    }
    return shown;
  }

  private static List<Object> lines(OrderSnapshot order, List<OrderLineProgress> progress) {
    List<Object> lines = new ArrayList<>();
    for (OrderLine line : order.lines) {
      Optional<OrderLineProgress> known =
          progress.stream().filter(p -> p.lineId == line.lineId).findFirst();
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", line.name);
      one.put("quantity", PlainJson.number(line.quantity));
      one.put("delivered", PlainJson.number(known.map(p -> p.delivered).orElse(0)));
      one.put("returned", PlainJson.number(known.map(p -> p.returned).orElse(0)));
      one.put("total", line.total.toString());
      lines.add(one);
    }
    return lines;
  }
}
