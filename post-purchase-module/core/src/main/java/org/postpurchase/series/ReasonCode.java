package org.postpurchase.series;

/**
 * Why a verdict fell as it did. Stored, and the key of the text that merchants read; names never
 * change their meaning.
 */
public enum ReasonCode {
  /** It was due and nothing spoke against it. */
  DUE,
  /** The merchant has not switched this message on. */
  SWITCHED_OFF,
  /** The order was placed before the message was switched on. */
  BEFORE_ACTIVATION,
  /** The host has no such order any more. */
  ORDER_GONE,
  /** The order is not (or no longer) submitted; for a day it is asked again. */
  ORDER_NOT_SUBMITTED,
  /** The order has no address, or one that no mail can be sent to. */
  NO_USABLE_ADDRESS,
  /** Not the person's first order. */
  NOT_FIRST_ORDER,
  /** The trigger says that the order is none of its kind. */
  NOT_FOR_THIS_ORDER,
  /** The person has been in this series before, or still is, and may not enter again. */
  ALREADY_ENROLLED,
  /** The person entered too short a time ago. */
  TOO_SOON_AGAIN,
  /** None of the products that the series is about is in the order. */
  PRODUCT_NOT_IN_ORDER,
  /** The order's total is less than the least one, or in a currency for which there is none. */
  BELOW_AMOUNT,
  /** The order goes to none of the countries. */
  OTHER_COUNTRY,
  /** The person is not in the segment that it is for. */
  NOT_IN_SEGMENT,
  /** Of the share of people that gets no advertising of it, so that its effect can be measured. */
  HELD_BACK,
  /** The person has not reacted to advertising for long; an order or a click ends it. */
  SUNSET,
  /** Not the second, third, and so on, order of the person. */
  NOT_THIS_ORDER_OF_THE_PERSON,
  /** A series of higher priority took this order. */
  OUTRANKED,
  /** The merchant has switched the step off. */
  STEP_OFF,
  /** The merchant has paused the series. */
  SERIES_PAUSED,
  /** The merchant has switched the series off or deleted it while the person was in it. */
  SERIES_SWITCHED_OFF,
  /** The person has placed another order since. */
  ORDERED_AGAIN,
  ORDER_CANCELLED,
  /** Nothing of the order was kept. */
  ALL_RETURNED,
  /** The person does not want such messages any more, or the address is suppressed. */
  OPTED_OUT,
  /** No basis for marketing was ever recorded. */
  NO_CONSENT,
  /** Too late for it to make sense. */
  STALE,
  /** Not between the hours in which it may be sent; it waits. */
  OUTSIDE_SEND_WINDOW,
  /** Outside the hours in which the channel may be used where the person is; it waits. */
  QUIET_HOURS,
  /** The person was written to by the same channel a short time ago; it waits. */
  OVER_CONTACT_BUDGET,
  /** The person wants no advertising for some weeks; it waits. */
  PAUSED_BY_PERSON,
  /** The person wants to be written to at most once a week; it waits. */
  AT_MOST_WEEKLY,
  /** The step's own condition does not hold. */
  CONDITION_NOT_MET,
  /** The condition of the branch holds. */
  BRANCH_YES,
  /** The condition of the branch does not hold. */
  BRANCH_NO,
  /** The branch has chosen the other way. */
  BRANCH_NOT_TAKEN,
  /** What was to be reached has been reached, so that the steps before it are pointless. */
  GOAL_REACHED,
  /** What it waited for did not happen in time. */
  NOT_HAPPENED,
  /** What ends the series has happened. */
  ENDED_BY_MOMENT,
  /** The code that it is about has been used. */
  REWARD_USED,
  /** The code that it is about has expired or was withdrawn. */
  REWARD_EXPIRED,
  /** It is about a parcel, and nothing of the order is shipped. */
  NOTHING_SHIPPED,
  /** Everything it could be about has left the shop's catalogue or was returned. */
  NO_PRODUCT_LEFT,
  /** It cannot be composed as it stands and waits for a person; the detail says why. */
  PARKED,
  /** The shop has no such customer any more. */
  MEMBER_GONE,
  /** No points expire then any more: they were used, taken back, or live longer. */
  POINTS_NOT_EXPIRING,
  /** What the message would tell the member is not so any more. */
  NO_LONGER_TRUE,
  /** Nothing of the order can be reviewed: not kept, reviewed, or asked about lately. */
  NOTHING_TO_ASK,
  /** The person wants no requests. */
  ASKS_STOPPED,
  /** This order was asked about as often as it may be. */
  ASKED_ENOUGH,
  /** The person has not had the products long enough; it waits. */
  TOO_EARLY_TO_ASK,
  /** The person was asked for other things lately; it waits. */
  ASK_BUDGET,
  /** A case of the person is open, or was closed without resuming advertising; it waits. */
  IN_SERVICE,
  /** The buyer has declared to send something of the order back; it waits. */
  WITHDRAWAL_DECLARED,
  /** Somebody at the desk has cancelled it. */
  CANCELLED_BY_STAFF,
  /** The step is not in the version that the person was moved to. */
  STEP_REMOVED,
  /** The step came into the series when its time for this person had passed. */
  STEP_ADDED_LATE,
  /** A merchant has taken back that buyers of the past were let in. */
  BACKFILL_UNDONE,
  /** What the series began with is a trigger that this shop has no more. */
  TRIGGER_UNKNOWN
}
