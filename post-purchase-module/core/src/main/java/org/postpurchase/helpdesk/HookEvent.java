package org.postpurchase.helpdesk;

import org.postpurchase.service.CaseEvent;

/** What webhooks tell. The names are stored and the types are public: neither ever changes. */
public enum HookEvent {
  OPENED("case.opened", CaseEvent.Kind.OPENED),
  CUSTOMER("case.customer_wrote", CaseEvent.Kind.CUSTOMER),
  ANSWERED("case.answered", CaseEvent.Kind.ANSWERED),
  CLOSED("case.closed", CaseEvent.Kind.CLOSED),
  REOPENED("case.reopened", CaseEvent.Kind.REOPENED),

  /** Somebody tries whether the address works. */
  TEST("test", null);

  /** The value of {@code type} in the body. */
  public final String type;

  final CaseEvent.Kind kind;

  HookEvent(String type, CaseEvent.Kind kind) {
    this.type = type;
    this.kind = kind;
  }

  /** Null for events that stay within the shop, such as notes. */
  static HookEvent of(CaseEvent.Kind kind) {
    for (HookEvent each : values()) {
      if (each.kind == kind) {
        return each;
      }
    }
    return null;
  }
}
