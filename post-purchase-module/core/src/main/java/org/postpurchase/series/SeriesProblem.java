package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

/** Why a series cannot be saved or switched on, and where. */
public final class SeriesProblem {
  /** What is wrong; names are message keys too. */
  public enum Code {
    NO_NAME,
    NO_STEPS,
    BAD_KEY,
    DUPLICATE_KEY,
    NEGATIVE_DELAY,
    TOO_LONG,
    NEGATIVE_NUMBER,
    HALF_WINDOW,
    UNKNOWN_CHANNEL,
    /** The text is longer than its channel can carry; the detail says by how much. */
    TEXT_TOO_LONG,
    /** The condition names no step, or one that is not there. */
    CONDITION_STEP_MISSING,
    /** Conditions that wait for each other; the detail is the way round. */
    CONDITION_CYCLE,
    /** The condition looks at a step that comes later. */
    CONDITION_LATER,
    /** The condition asks for a code that the named step does not give. */
    CONDITION_WITHOUT_REWARD,
    /** The condition asks for clicks in mails that are never measured. */
    CONDITION_WITHOUT_CLICKS,
    /** A message that belongs to the order itself must not advertise. */
    TRANSACTIONAL_REWARD,
    REWARD_DAYS,
    REWARD_OFFER_MISSING,
    /** Anybody who knows a code of the offer gets what the step gives; the detail is the code. */
    REWARD_OFFER_PUBLIC,
    TEMPLATE_MISSING,
    /** The template cannot be rendered for this step; the detail says why. */
    TEMPLATE_BROKEN,
    /** Advertising must say how to stop it. */
    TEMPLATE_WITHOUT_UNSUBSCRIBE,
    /** The step counts from an order, but the series is about a member, or the other way round. */
    ANCHOR_OF_ANOTHER_TRIGGER,
    /** A step about products in a series that no order begins. */
    PRODUCTS_WITHOUT_ORDER,
    /** What it begins with is no trigger of this shop; the detail is its key. */
    UNKNOWN_TRIGGER,
    /** Numbers of products or categories that are none. */
    BAD_NUMBERS,
    /** Amounts without a currency, or none at all. */
    BAD_AMOUNTS,
    BAD_COUNTRIES,
    /** What is said about orders in a series that no order begins. */
    FILTER_WITHOUT_ORDER,
    /** The trigger needs to know which orders; the detail is its name. */
    FILTER_NEEDED,
    /** Entering once for each product in a series that no order begins. */
    PRODUCT_WITHOUT_ORDER,
    /** Entering once in a number of days, which is not said. */
    PERIOD_MISSING,
    /** It waits for what it begins with. */
    WAITS_FOR_ITSELF,
    /** It waits, but does not say for what. */
    WAITS_FOR_NOTHING,
    /** It waits, but does not say for how many days at most. */
    WAITS_WITHOUT_END,
    /** A condition, or a goal, about what a step waits for that waits for nothing. */
    NOTHING_AWAITED,
    /** A step that is on a way of a branch counts from it, and only such a step. */
    BRANCH_ANCHOR,
    /** The step that it names as its branch is none. */
    CONDITION_WITHOUT_BRANCH,
    /** A branch that asks nothing. */
    BRANCH_WITHOUT_QUESTION,
    /** A branch that no step follows on either way. */
    BRANCH_WITHOUT_STEPS,
    /** It is for the people of a segment that is not there; the detail is its key. */
    SEGMENT_GONE
  }

  /** Key of the step, or empty for the series itself. */
  public final String stepKey;

  /** Name of the field in the form. */
  public final String field;

  public final Code code;

  /** The value, name or reason behind it; may be empty. */
  public final String detail;

  SeriesProblem(String stepKey, String field, Code code, String detail) {
    this.stepKey = requireNonNull(stepKey, "stepKey");
    this.field = requireNonNull(field, "field");
    this.code = requireNonNull(code, "code");
    this.detail = requireNonNull(detail, "detail");
  }

  @Override
  public String toString() {
    return (stepKey.isEmpty() ? "" : stepKey + ".") + field + ": " + code + " " + detail;
  }
}
