package org.postpurchase.series;

import java.time.Clock;
import java.util.function.Supplier;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.consent.Consents;
import org.postpurchase.holdout.Holdouts;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.moment.Moments;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.UnsettledOrder;
import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.restraint.SendingHours;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.WorkFailures;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.sunset.Sunset;

/**
 * Puts the parts of the engine together: the handler that moves people, the work that decides on
 * due steps, and the gate that asks once more before sending. All three may run on any number of
 * nodes.
 */
public final class SeriesEngine {
  private final RunSeriesOnOrderFact handler;
  private final DueSteps dueSteps;
  private final CheckBeforeSending gate;
  private final HearMoments moments;
  private final StaffSteps staff;
  private final MoveRuns moveRuns;
  private final Stores stores;
  private final Sources sources;
  private final Supplier<RunBook> books;
  private final DueSteps.Pace pace;

  /** The tables that the engine works on. */
  public static final class Stores {
    final SeriesVersionStore versions;
    final EnrollmentStore enrollments;
    final ExecutionStore executions;
    final DecisionStore decisions;
    final MessageStore messages;
    final OrderLineStore lines;

    public Stores(
        SeriesVersionStore versions,
        EnrollmentStore enrollments,
        ExecutionStore executions,
        DecisionStore decisions,
        MessageStore messages,
        OrderLineStore lines) {
      this.versions = versions;
      this.enrollments = enrollments;
      this.executions = executions;
      this.decisions = decisions;
      this.messages = messages;
      this.lines = lines;
    }
  }

  /** What the shop tells the engine. */
  public static final class Sources {
    final SeriesCatalog catalog;
    final OrderReader orders;
    final OrderHistory history;
    final Supplier<Shop> shop;
    final Triggers triggers;
    Members members = Members.NONE;
    Channels channels;
    OrderAsks asks = OrderAsks.NONE;
    InService service = InService.NOBODY;
    SegmentMembership segments = SegmentMembership.NOBODY;
    Holdouts holdouts = Holdouts.NONE;
    SplitTests splitTests = SplitTests.NONE;
    ReadClicks clicks = ReadClicks.NONE;
    Sunset sunset = Sunset.NEVER;
    ContactBudget budget;
    SendingHours hours;

    public Sources(
        SeriesCatalog catalog,
        OrderReader orders,
        OrderHistory history,
        Triggers triggers,
        Supplier<Shop> shop) {
      this.triggers = triggers;
      this.catalog = catalog;
      this.orders = orders;
      this.history = history;
      this.shop = shop;
    }

    /** The ways by which messages reach people; to be told before the engine is made. */
    public Sources by(Channels all) {
      channels = all;
      return this;
    }

    /** The shop asks its buyers for reviews. */
    public Sources with(OrderAsks newAsks) {
      asks = newAsks;
      return this;
    }

    /** The shop keeps cases of what went wrong. */
    public Sources resting(InService newService) {
      service = newService;
      return this;
    }

    /** The shop has segments. */
    public Sources with(SegmentMembership newSegments) {
      segments = newSegments;
      return this;
    }

    /** The shop measures what its series bring. */
    public Sources with(Holdouts newHoldouts) {
      holdouts = newHoldouts;
      return this;
    }

    /** The shop compares wordings. */
    public Sources with(SplitTests newSplitTests) {
      splitTests = newSplitTests;
      return this;
    }

    /** The shop measures clicks in advertising. */
    public Sources with(ReadClicks newClicks) {
      clicks = newClicks;
      return this;
    }

    /** Advertising rests for people who never react. */
    public Sources with(Sunset newSunset) {
      sunset = newSunset;
      return this;
    }

    /** The shop writes to nobody too often or at the wrong hour. */
    public Sources restrained(ContactBudget newBudget, SendingHours newHours) {
      budget = newBudget;
      hours = newHours;
      return this;
    }

    Restraint restraint(Reach reach, SeriesVersionStore versions) {
      return budget == null
          ? Restraint.NONE
          : new Restraint(budget, hours, shop, new Restraint.Ground(reach, channels, versions));
    }

    /** The shop has customers with accounts. */
    public Sources with(Members newMembers) {
      members = newMembers;
      return this;
    }
  }

  /** Codes, for giving and for taking. */
  public static final class Rewards {
    final RewardCodeStore store;
    final IssueReward issue;
    final RedeemReward redeem;

    public Rewards(RewardCodeStore store, IssueReward issue, RedeemReward redeem) {
      this.store = store;
      this.issue = issue;
      this.redeem = redeem;
    }
  }

  public SeriesEngine(
      Stores stores, Sources sources, Rewards rewards, Consents consents, DueSteps.Pace pace) {
    Clock clock = pace.clock;
    StepTiming timing = new StepTiming(sources.shop);
    this.stores = stores;
    this.sources = sources;
    this.pace = pace;
    books =
        () ->
            new RunBook(stores, rewards.issue)
                .keeping(sources.holdouts)
                .keeping(sources.splitTests);
    People people = new People(() -> sources.members, () -> sources.shop.get().locale);
    ReadCandidates read =
        new ReadCandidates(
            stores.enrollments,
            stores.versions,
            sources.catalog,
            sources.orders,
            stores.lines,
            people);
    CandidateFacts.Sources facts =
        new CandidateFacts.Sources(
                sources.history, consents, rewards.store, sources.triggers, sources.channels)
            .with(sources.asks)
            .with(sources.service)
            .with(sources.clicks)
            .with(sources.segments);
    Reach reach = new Reach(sources.channels);
    Restraint restraint = sources.restraint(reach, stores.versions);
    dueSteps =
        new DueSteps(
            stores.executions,
            read,
            books,
            new DueSteps.Judgement(
                    facts,
                    new DecideStep(sources.shop, reach),
                    new ActOnStep(sources.shop, reach).comparing(sources.splitTests))
                .with(restraint)
                .with(new RestForQuiet(sources.sunset))
                .with(new HoldBack(sources.holdouts)),
            pace);
    gate = new CheckBeforeSending(stores.executions, read, facts, books, clock).with(restraint);
    EnterSeries.Records records = new EnterSeries.Records(stores.executions, stores.decisions);
    AwaitMoments await = new AwaitMoments(read, sources.triggers);
    EnterOnMoment enter =
        new EnterOnMoment(
                sources.catalog,
                stores.versions,
                stores.enrollments,
                sources.triggers,
                records,
                people,
                timing)
            .with(sources.segments);
    moments =
        new HearMoments(
            enter,
            await,
            new HearMoments.Listeners(sources.catalog, stores.versions),
            stores.enrollments,
            people,
            books);
    staff = new StaffSteps(stores, books, clock);
    moveRuns = new MoveRuns(stores, sources, books, timing, clock);
    handler =
        new RunSeriesOnOrderFact(
            new RunSeriesOnOrderFact.Facts(
                    sources.orders, stores.lines, sources.history, sources.catalog, rewards.store)
                .with(sources.segments),
            stores.enrollments,
            consents,
            rewards.redeem,
            books,
            new RunSeriesOnOrderFact.Moves(
                new LeaveSeries(read),
                new EnterSeries(stores.versions, sources.triggers, timing),
                new PlanSteps(read, timing),
                new UnsettledOrder(clock),
                await,
                new GoOnAfterWithdrawal(stores.executions, clock)));
  }

  /** Lets buyers of the past in and out again, in the background, as merchants have confirmed. */
  public DueWork backfills(BackfillStore store, WorkFailures failures) {
    return new RunBackfills(store, stores, sources, books, pace, failures);
  }

  public RunSeriesOnOrderFact handler() {
    return handler;
  }

  /** Where what happens to people is reported. */
  public Moments moments() {
    return moments;
  }

  /** What people at the desk do about one run. */
  public StaffSteps staff() {
    return staff;
  }

  /** Moves people who are inside to the live version. */
  public MoveRuns moveRuns() {
    return moveRuns;
  }

  public DueSteps dueSteps() {
    return dueSteps;
  }

  public CheckBeforeSending gate() {
    return gate;
  }
}
