package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.order.OrderReader;
import org.postpurchase.service.CaseEvent;
import org.postpurchase.service.CaseStore;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.shared.PlainJson;

/** What a webhook says: the case as it is when the call is made. Joins the caller's transaction. */
public final class CaseJson {
  private final CaseStore cases;
  private final OrderReader orders;

  public CaseJson(CaseStore cases, OrderReader orders) {
    this.cases = requireNonNull(cases, "cases");
    this.orders = requireNonNull(orders, "orders");
  }

  String of(HookCall call) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", call.event.type);
    body.put("timestamp", call.at);
    Map<String, Object> data = new LinkedHashMap<>();
    cases.find(call.caseId).ifPresent(one -> fill(data, one, call));
    body.put("data", data);
    return PlainJson.write(body);
  }

  private void fill(Map<String, Object> data, ServiceCase one, HookCall call) {
    Map<String, Object> shown = shown(one);
    orders.find(one.cause.orderId).ifPresent(o -> shown.put("orderNumber", o.number));
    data.put("case", shown);
    data.put("words", words(call));
  }

  /** A case in the words of the interface. */
  static Map<String, Object> shown(ServiceCase one) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("number", PlainJson.number(one.id));
    shown.put("edition", PlainJson.number(one.edition));
    shown.put("kind", one.cause.kind.name());
    shown.put("state", one.state.name());
    shown.put("subject", one.cause.subject);
    shown.put("email", one.cause.email.toString());
    shown.put("name", one.cause.name);
    shown.put("customerId", PlainJson.number(one.cause.customerId));
    shown.put("orderId", PlainJson.number(one.cause.orderId));
    shown.put("assignee", one.assignee);
    shown.put("advertising", one.advertising.name());
    put(shown, "openedAt", one.times.openedAt);
    put(shown, "firstDueAt", one.times.firstDueAt);
    put(shown, "answeredAt", one.times.firstAt);
    put(shown, "dueAt", one.times.dueAt);
    put(shown, "closedAt", one.times.closedAt);
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, Instant at) {
    if (at != null) {
      shown.put(name, at);
    }
  }

  /** What was said then; empty when an erasure has taken it away. */
  private String words(HookCall call) {
    String words = "";
    for (CaseEvent event : cases.eventsOf(call.caseId)) {
      boolean same =
          event.kind == call.event.kind && event.at.toEpochMilli() == call.at.toEpochMilli();
      words = same ? event.note : words;
    }
    return words;
  }
}
