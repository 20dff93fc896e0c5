package org.postpurchase.series;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.postpurchase.order.OrderFact;

/**
 * What makes a person enter a series: something that happens to an order, or to a member of the
 * programme. The names are stored and never change their meaning.
 */
public enum Trigger {
  /** A person's first order that counts: no other submitted one before it. */
  FIRST_ORDER(OrderFact.SUBMITTED),
  ANY_ORDER(OrderFact.SUBMITTED),
  /** Everything of an order that was not cancelled has left the warehouse. */
  ORDER_SHIPPED(OrderFact.SHIPPED),
  /** Everything of an order that was not cancelled has arrived. */
  ORDER_DELIVERED(OrderFact.DELIVERED),
  ORDER_CANCELLED(OrderFact.CANCELLED),
  /** A member's points will be lost on a day that is near. */
  POINTS_EXPIRING(Anchor.DAY_AHEAD),
  /** A member has come to a higher tier. */
  TIER_REACHED(Anchor.HAPPENED),
  /** A member will lose a tier on a day that is near, unless something is done. */
  TIER_AT_RISK(Anchor.HAPPENED, Anchor.DAY_AHEAD);

  /** The fact that may pull it; null when it is about a member and not about an order. */
  public final OrderFact fact;

  private final Set<Anchor> anchors = EnumSet.noneOf(Anchor.class);

  Trigger(OrderFact fact) {
    this.fact = fact;
    anchors.addAll(Arrays.asList(Anchor.SUBMITTED, Anchor.SHIPPED, Anchor.DELIVERED));
  }

  Trigger(Anchor... anchors) {
    this.fact = null;
    this.anchors.addAll(Arrays.asList(anchors));
  }

  /** Whether it is pulled by a {@link MemberMoment} and no order is behind it. */
  public boolean isAboutMember() {
    return fact == null;
  }

  /** Whether it is about a day to come. */
  public boolean hasDay() {
    return anchors.contains(Anchor.DAY_AHEAD);
  }

  /** Whether the delay of a step can count from there. */
  public boolean knows(Anchor anchor) {
    return anchors.contains(anchor);
  }
}
