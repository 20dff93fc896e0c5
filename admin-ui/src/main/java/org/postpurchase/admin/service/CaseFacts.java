package org.postpurchase.admin.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.service.CaseEvent;
import org.postpurchase.service.CaseState;
import org.postpurchase.service.CaseStore;
import org.postpurchase.service.Pause;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/** What the pages about cases show. Reads only. */
final class CaseFacts {
  private static final int OTHERS_MOST = 10;

  private final CaseStore cases;
  private final ServiceSettingsStore settings;
  private final OrderReader orders;
  private final OrderLineStore lines;
  private final OrderLinks links;
  private final Transactions transactions;
  private final Clock clock;
  final Shop shop;

  public CaseFacts(
      Infrastructure base,
      ServiceParts service,
      OrderReader orders,
      OrderLineStore lines,
      OrderLinks links) {
    this.orders = orders;
    this.lines = lines;
    this.links = links;
    cases = service.caseStore;
    settings = service.settings;
    transactions = base.transactions;
    clock = base.clock;
    shop = base.shop;
  }

  boolean isActive() {
    return transactions.call(() -> settings.read().active);
  }

  int countUpTo(int most, CaseState state, String search) {
    return transactions.call(() -> cases.countUpTo(most, state, search));
  }

  PageOf<CaseRow> page(CaseState state, String search, ListPage page, Locale locale) {
    return transactions
        .call(() -> cases.page(state, search, page))
        .map(found -> rows(found, locale));
  }

  private List<CaseRow> rows(List<ServiceCase> found, Locale locale) {
    Set<Long> ids = found.stream().map(c -> c.cause.orderId).collect(Collectors.toSet());
    Map<Long, String> numbers = links.numbers(ids);
    Moments moments = new Moments(shop.zone, locale);
    return found.stream()
        .map(c -> new CaseRow(c, numbers, moments, clock.instant()))
        .collect(Collectors.toList());
  }

  Optional<ServiceCase> find(long id) {
    return transactions.call(() -> cases.find(id));
  }

  CaseRow row(ServiceCase one, Locale locale) {
    return rows(Collections.singletonList(one), locale).get(0);
  }

  /** Where everything about the customer stands. */
  String personLink(ServiceCase one) {
    return one.cause.customerId > 0
        ? PersonLink.ofCustomer(one.cause.customerId)
        : PersonLink.ofMailbox(one.contact);
  }

  /** Other cases of the same customer. */
  List<CaseRow> others(ServiceCase one, Locale locale) {
    List<ServiceCase> all =
        transactions.call(() -> new ArrayList<>(cases.ofContact(one.contact, OTHERS_MOST)));
    all.removeIf(c -> c.id == one.id);
    return rows(all, locale);
  }

  List<Event> events(ServiceCase one, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    return transactions.call(
        () ->
            cases.eventsOf(one.id).stream()
                .map(e -> new Event(e, moments))
                .collect(Collectors.toList()));
  }

  /** When it waited for its customer, in words. */
  List<String> pauses(ServiceCase one, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    List<String> shown = new ArrayList<>();
    for (Pause pause : transactions.call(() -> cases.pausesOf(one.id))) {
      shown.add(moments.of(pause.from) + " – " + moments.of(pause.to));
    }
    return shown;
  }

  /** What was bought with the order and what became of it. */
  List<Line> lines(ServiceCase one, Locale locale) {
    Optional<OrderSnapshot> order =
        one.cause.orderId == 0 ? Optional.<OrderSnapshot>empty() : orders.find(one.cause.orderId);
    List<Line> shown = new ArrayList<>();
    order.ifPresent(
        o -> {
          List<OrderLineProgress> progress =
              transactions.call(
                  () ->
                      lines
                          .readAll(Collections.singleton(o.orderId))
                          .getOrDefault(o.orderId, Collections.<OrderLineProgress>emptyList()));
          for (OrderLine line : o.lines) {
            OrderLineProgress known =
                progress.stream().filter(p -> p.lineId == line.lineId).findFirst().orElse(null);
            boolean cause = line.lineId == one.cause.lineId;
            shown.add(new Line(line, known, cause, line.total.format(locale)));
          }
        });
    return shown;
  }

  /** One line of the history. */
  public static final class Event {
    private final CaseEvent event;
    private final Moments moments;

    Event(CaseEvent event, Moments moments) {
      this.event = event;
      this.moments = moments;
    }

    public String getKind() {
      return event.kind.name();
    }

    /** Words for the customer and the shop; null for staff. */
    public String getActorWords() {
      return event.actor.equals(CaseEvent.CUSTOMER) || event.actor.equals(CaseEvent.SHOP)
          ? "PostPurchase_Cases_Actor_" + event.actor
          : null;
    }

    public String getActor() {
      return event.actor;
    }

    public String getNote() {
      return event.note;
    }

    public String getAt() {
      return moments.of(event.at);
    }
  }

  /** A bought line. */
  public static final class Line {
    private final OrderLine line;
    private final OrderLineProgress progress;

    /** Whether the case is about it. */
    public final boolean cause;

    public final String total;

    Line(OrderLine line, OrderLineProgress progress, boolean cause, String total) {
      this.line = line;
      this.progress = progress;
      this.cause = cause;
      this.total = total;
    }

    public String getName() {
      return line.name;
    }

    public int getQuantity() {
      return line.quantity;
    }

    public int getDelivered() {
      return progress == null ? 0 : progress.delivered;
    }

    public int getReturned() {
      return progress == null ? 0 : progress.returned;
    }
  }
}
