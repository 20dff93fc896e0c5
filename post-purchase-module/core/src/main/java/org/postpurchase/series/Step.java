package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.postpurchase.shared.Purpose;

/**
 * One position in a series: when it is due, under which condition, and what is then sent.
 * Immutable; built by {@link Builder}, which {@link ValidateSeries} checks.
 */
public final class Step {
  /** Unique in its series, never renamed: what happened is stored under it. */
  public final String key;

  public final int position;
  public final String name;
  public final Anchor anchor;
  public final int delayDays;
  public final int delayHours;

  /** Days from shipping after which an order counts as delivered, if nobody says so. */
  public final int fallbackDays;

  /** The same for orders that go to another country than the shop's. */
  public final int fallbackDaysAbroad;

  /** Shop-local times between which it may be sent; null when it may at any time. */
  public final LocalTime windowFrom;

  public final LocalTime windowTo;

  /** Hours after the due moment when it is too late for it; 0 when it is never too late. */
  public final int validHours;

  /** Key of the channel; empty for the main one of the shop. */
  public final String channel;

  public final Purpose purpose;
  public final String templateKey;

  /** Whether it makes no sense without a product that the buyer kept and the shop still has. */
  public final boolean aboutProducts;

  public final ConditionType condition;

  /** Key of the step that the condition looks at; empty for {@link ConditionType#ALWAYS}. */
  public final String conditionStep;

  /** Host offer that the step gives a code for; 0 for none. */
  public final long rewardOfferId;

  /** Days that such a code may be used. */
  public final int rewardValidDays;

  public final StepKind kind;

  /** What it waits for; {@link Waiting#NOT} unless it counts from {@link Anchor#MOMENT}. */
  public final Waiting waiting;

  /** Which orders it is for; every order unless the merchant says which. */
  public final OrderFilter filter;

  /** Key of the segment whose people it is for; empty for everybody. */
  public final String segment;

  /** Whether it is passed over at its time, with everything that a branch of it leads to. */
  public final boolean off;

  private Step(Builder b) {
    key = requireNonNull(b.key, "key");
    position = b.position;
    name = requireNonNull(b.name, "name");
    anchor = requireNonNull(b.anchor, "anchor");
    delayDays = b.delayDays;
    delayHours = b.delayHours;
    fallbackDays = b.fallbackDays;
    fallbackDaysAbroad = b.fallbackDaysAbroad;
    windowFrom = b.windowFrom;
    windowTo = b.windowTo;
    validHours = b.validHours;
    channel = requireNonNull(b.channel, "channel");
    purpose = requireNonNull(b.purpose, "purpose");
    templateKey = requireNonNull(b.templateKey, "templateKey");
    aboutProducts = b.aboutProducts;
    condition = requireNonNull(b.condition, "condition");
    conditionStep = requireNonNull(b.conditionStep, "conditionStep");
    rewardOfferId = b.rewardOfferId;
    rewardValidDays = b.rewardValidDays;
    kind = requireNonNull(b.kind, "kind");
    waiting = requireNonNull(b.waiting, "waiting");
    filter = requireNonNull(b.filter, "filter");
    segment = requireNonNull(b.segment, "segment");
    off = b.off;
  }

  public Duration delay() {
    return Duration.ofDays(delayDays).plusHours(delayHours);
  }

  /** Whether it sends nothing but chooses a way. */
  public boolean isBranch() {
    return kind == StepKind.BRANCH;
  }

  /** Whether it counts from something that may happen to the person. */
  public boolean awaits() {
    return anchor == Anchor.MOMENT;
  }

  /** What its verdicts are about: the template that it sends, or the branch itself. */
  String touch() {
    return isBranch() ? key : templateKey;
  }

  public boolean givesReward() {
    return rewardOfferId > 0 && !isBranch();
  }

  public boolean isMarketing() {
    return purpose == Purpose.MARKETING;
  }

  public Optional<SendWindow> window() {
    return windowFrom == null
        ? Optional.empty()
        : Optional.of(new SendWindow(windowFrom, windowTo));
  }

  /** Collects a step's parts; anything not set keeps a harmless default. */
  public static final class Builder {
    private final String key;
    private int position;
    private String name = "";
    private Anchor anchor = Anchor.SUBMITTED;
    private int delayDays;
    private int delayHours;
    private int fallbackDays = 7;
    private int fallbackDaysAbroad = 21;
    private LocalTime windowFrom;
    private LocalTime windowTo;
    private int validHours;
    private String channel = "";
    private Purpose purpose = Purpose.MARKETING;
    private String templateKey = "";
    private boolean aboutProducts;
    private ConditionType condition = ConditionType.ALWAYS;
    private String conditionStep = "";
    private long rewardOfferId;
    private int rewardValidDays;
    private StepKind kind = StepKind.MESSAGE;
    private Waiting waiting = Waiting.NOT;
    private OrderFilter filter = OrderFilter.ANY;
    private String segment = "";
    private boolean off;

    public Builder(String key) {
      this.key = key;
    }

    public Builder at(int newPosition, String newName) {
      position = newPosition;
      name = newName;
      return this;
    }

    public Builder delay(Anchor newAnchor, int days, int hours) {
      anchor = newAnchor;
      delayDays = days;
      delayHours = hours;
      return this;
    }

    public Builder fallback(int days, int daysAbroad) {
      fallbackDays = days;
      fallbackDaysAbroad = daysAbroad;
      return this;
    }

    /** Null for both: at any time. */
    public Builder window(LocalTime from, LocalTime to) {
      windowFrom = from;
      windowTo = to;
      return this;
    }

    public Builder validHours(int hours) {
      validHours = hours;
      return this;
    }

    public Builder sends(Purpose newPurpose, String newChannel, String newTemplateKey) {
      purpose = newPurpose;
      channel = newChannel;
      templateKey = newTemplateKey;
      return this;
    }

    public Builder aboutProducts(boolean is) {
      aboutProducts = is;
      return this;
    }

    public Builder onlyIf(ConditionType type, String otherStep) {
      condition = type;
      conditionStep = otherStep;
      return this;
    }

    public Builder reward(long offerId, int validDays) {
      rewardOfferId = offerId;
      rewardValidDays = validDays;
      return this;
    }

    public Builder kind(StepKind newKind) {
      kind = newKind;
      return this;
    }

    /** Counts from what it waits for. */
    public Builder awaits(Waiting newWaiting) {
      waiting = newWaiting;
      anchor = Anchor.MOMENT;
      return this;
    }

    public Builder only(OrderFilter newFilter) {
      filter = newFilter;
      return this;
    }

    /** Empty for everybody. */
    public Builder segment(String key) {
      segment = key;
      return this;
    }

    public Builder off(boolean is) {
      off = is;
      return this;
    }

    public Step build() {
      return new Step(this);
    }
  }
}
