package org.postpurchase.service;

import java.util.Optional;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * What a buyer reports about an order, on the page behind a link. The same problem of the same line
 * is one case: reported again, the words are added to it.
 */
public final class ReportProblem {
  public static final int WORDS_MAX = NewCase.WORDS_MAX;

  private final Cases cases;
  private final CaseStore store;
  private final ServiceSettingsStore settings;
  private final OrderReader orders;
  private final Transactions transactions;

  public ReportProblem(
      Cases cases,
      CaseStore store,
      ServiceSettingsStore settings,
      OrderReader orders,
      Transactions transactions) {
    this.cases = cases;
    this.store = store;
    this.settings = settings;
    this.orders = orders;
    this.transactions = transactions;
  }

  /** How it went. */
  public enum Outcome {
    SAVED,
    /** The very same was said last: nothing is added. */
    REPEATED,
    NOTHING_CHOSEN,
    NO_WORDS,
    WORDS_TOO_LONG,
    CLOSED
  }

  /** The order, where its buyer can report something now. Changes nothing. */
  public Optional<OrderSnapshot> open(long orderId) {
    return transactions.call(
        () -> settings.read().active ? orders.find(orderId).filter(this::isPlaced) : none());
  }

  private static Optional<OrderSnapshot> none() {
    return Optional.empty();
  }

  private boolean isPlaced(OrderSnapshot order) {
    return order.submittedAt != null && !order.email.isEmpty();
  }

  /**
   * @param kind as it was sent: a name of one that is reported, or anything
   * @param lineId which line, where the kind is about one; 0 for all of the order
   */
  public Outcome report(long orderId, String kind, long lineId, String typed) {
    CaseKind chosen = kind(kind);
    String words = ShownText.paragraphs(typed, Integer.MAX_VALUE);
    if (chosen == null) {
      return Outcome.NOTHING_CHOSEN;
    }
    if (words.codePointCount(0, words.length()) > WORDS_MAX) {
      return Outcome.WORDS_TOO_LONG;
    }
    if (words.isEmpty() && chosen == CaseKind.COMPLAINT) {
      return Outcome.NO_WORDS;
    }
    return transactions.call(
        () -> open(orderId).map(o -> save(o, chosen, lineId, words)).orElse(Outcome.CLOSED));
  }

  private Outcome save(OrderSnapshot order, CaseKind kind, long lineId, String words) {
    Optional<OrderLine> line =
        order.lines.stream().filter(l -> l.lineId == lineId && kind.isAboutLine()).findFirst();
    long about = line.map(l -> l.lineId).orElse(0L);
    NewCase cause =
        NewCase.of(
                kind,
                "order:" + order.orderId + ":" + kind + ":" + about,
                EmailAddress.stored(order.email))
            .customer(order.registered ? order.customerId : 0, order.firstName)
            .order(order.orderId)
            .line(about)
            .about(line.map(l -> l.name).orElse(order.number))
            .words(words)
            .build();
    Optional<ServiceCase> known = store.ofCause(cause.causeKey);
    if (!known.isPresent()) {
      return cases.open(cause).isPresent() ? Outcome.SAVED : Outcome.CLOSED;
    }
    if (wasSaidLast(known.get().id, words)) {
      return Outcome.REPEATED;
    }
    cases.customerWrote(known.get().id, words);
    return Outcome.SAVED;
  }

  /** A second press of the button, or a reload. */
  private boolean wasSaidLast(long caseId, String words) {
    CaseEvent last = null;
    for (CaseEvent event : store.eventsOf(caseId)) {
      boolean said = event.kind == CaseEvent.Kind.OPENED || event.kind == CaseEvent.Kind.CUSTOMER;
      last = said || event.kind == CaseEvent.Kind.CLOSED ? event : last;
    }
    return last != null && last.kind != CaseEvent.Kind.CLOSED && last.note.equals(words);
  }

  private static CaseKind kind(String name) {
    for (CaseKind each : CaseKind.values()) {
      if (each.isReported() && each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }
}
