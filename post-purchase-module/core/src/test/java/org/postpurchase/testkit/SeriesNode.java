package org.postpurchase.testkit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.postpurchase.click.ClickLinks;
import org.postpurchase.click.ClickStore;
import org.postpurchase.click.ClickSwitch;
import org.postpurchase.click.MeasureClicks;
import org.postpurchase.click.ReadClicks;
import org.postpurchase.click.RecordClick;
import org.postpurchase.click.jdbc.ClickJdbcModule;
import org.postpurchase.consent.Consents;
import org.postpurchase.holdout.Holdouts;
import org.postpurchase.holdout.jdbc.HoldoutJdbcModule;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.ComposeMessage;
import org.postpurchase.messaging.LinkMarks;
import org.postpurchase.messaging.MessageSender;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.restraint.SendingHours;
import org.postpurchase.restraint.SendingLaw;
import org.postpurchase.reward.CodeLife;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.DueSteps;
import org.postpurchase.series.InService;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesMessageModel;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.Triggers;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.Shop;
import org.postpurchase.splittest.SplitTests;
import org.postpurchase.splittest.jdbc.SplitTestJdbcModule;
import org.postpurchase.sunset.Sunset;
import org.postpurchase.sunset.WentQuietTrigger;
import org.postpurchase.sunset.jdbc.SunsetJdbcModule;
import org.postpurchase.tracking.LinkSigner;

/** One node of a shop: relay, engine and sender on a real database, as an adapter wires them. */
public final class SeriesNode {
  public static final Shop SHOP =
      new Shop(
          "Fennbrook",
          "https://shop.example",
          "help@shop.example",
          Locale.UK,
          ZoneId.of("Europe/Berlin"),
          "DE");

  /** How many steps, or events, one transaction takes; kills and races hold for 1, 100 and 500. */
  private static final int BATCH = Integer.getInteger("pp.batch", 100);

  public final Outbox outbox;
  public final Consents consents;
  public final RedeemReward redeem;
  public final UnsubscribeLinks links;
  public final SeriesEngine engine;
  public final MessageSender sender;
  public final OutboxRelay relay;
  public final KnownMembers members;
  public final ClickSwitch clicks;
  public final ClickLinks clickLinks;
  public final ReadClicks readClicks;
  public final RecordClick recordClick;
  public final Sunset sunset;

  /** What the host, its merchant and its mail server are to a node. */
  public record Around<O extends OrderReader & OrderHistory>(
      O orders,
      SeriesCatalog catalog,
      TemplateReader templates,
      RewardOffers offers,
      Channel channel,
      int attemptsMax) {}

  public <O extends OrderReader & OrderHistory> SeriesNode(
      CoreDatabase database, Clock clock, String name, Around<O> around) {
    this(database, clock, name, around, new KnownMembers());
  }

  public <O extends OrderReader & OrderHistory> SeriesNode(
      CoreDatabase database, Clock clock, String name, Around<O> around, KnownMembers members) {
    this.members = members;
    Channels channels = Channels.of(around.channel, members.channels());
    ClickStore clickStore = ClickJdbcModule.store(database.jdbc, database.inserts);
    clicks = new ClickSwitch(clickStore, database.transactions, clock);
    clickLinks = new ClickLinks(new LinkSigner(new byte[32], clock));
    readClicks = members.measured ? new ReadClicks(clickStore, clicks) : ReadClicks.NONE;
    recordClick =
        new RecordClick(clickStore, clicks, clickLinks, () -> SHOP, database.transactions, clock);
    sunset =
        members.measured
            ? new Sunset(
                SunsetJdbcModule.store(database.jdbc, database.inserts),
                readClicks,
                this::lastOrders,
                database.transactions,
                clock)
            : Sunset.NEVER;
    if (members.measured) {
      members.bringing(new WentQuietTrigger(sunset));
    }
    Triggers triggers = members.triggers();
    outbox = new Outbox(database.outbox(), clock);
    consents = new Consents(database.consents(), database.transactions, clock);
    redeem =
        new RedeemReward(
            database.rewardCodes(), around.offers, now -> now, database.transactions, clock);
    links = new UnsubscribeLinks(() -> SHOP, new LinkSigner(new byte[32], clock)).by(channels);
    AttemptPolicy policy =
        new AttemptPolicy(
            around.attemptsMax, Duration.ofSeconds(5), Duration.ofMinutes(5), new Random(1));
    SegmentMembership segments = (key, people) -> members.segments.membersAmong(key, people);
    SeriesEngine.Sources sources =
        new SeriesEngine.Sources(around.catalog, around.orders, around.orders, triggers, () -> SHOP)
            .with(members)
            .with(members.asks)
            .with(segments)
            .resting(contacts -> service.of(contacts))
            .with(holdouts(database, clock))
            .with(splitTests(database, clock))
            .with(readClicks)
            .with(sunset)
            .by(channels);
    if (members.restrained) {
      SendingLaw law = SendingLaw.shipped();
      sources.restrained(new ContactBudget(database.contacts(), law), new SendingHours(law));
    }
    engine =
        new SeriesEngine(
            new SeriesEngine.Stores(
                database.seriesVersions(),
                database.enrollments(),
                database.executions(),
                database.decisions(),
                database.messages(),
                database.orderLines()),
            sources,
            new SeriesEngine.Rewards(
                database.rewardCodes(),
                new IssueReward(
                    database.rewardCodes(),
                    around.offers,
                    new CodeLife(() -> SHOP.zone),
                    new SecureRandom()),
                redeem),
            consents,
            new DueSteps.Pace(policy, database.transactions, clock).inBatchesOf(BATCH));
    sender =
        new MessageSender(
            database.messages(),
            engine.gate(),
            new ComposeMessage(
                around.templates,
                database.templateVersions(clock),
                new SeriesMessageModel(
                        around.orders,
                        database.orderLines(),
                        database.rewardCodes(),
                        consents,
                        new SeriesMessageModel.Wording(
                            new SeriesModel(new OrderModel(() -> SHOP), triggers),
                            locale -> Optional.empty(),
                            links))
                    .with(database.enrollments(), members, clock)
                    .by(channels),
                VelocityModule.renderer()),
            () -> outlets(database, channels),
            new MessageSender.Delivery(policy, database.transactions, clock, name)
                .marking(
                    members.measured
                        ? new MeasureClicks(clickStore, clicks, clickLinks, () -> SHOP)
                        : LinkMarks.NONE));
    relay =
        new OutboxRelay(
            database.outbox(),
            new OutboxRelay.Reactions(List.of(engine.handler()), events -> {}).inBatchesOf(BATCH),
            policy,
            database.transactions,
            clock,
            name);
  }

  /** Keys of mailboxes of which a case is open. */
  public final Set<String> inService = new HashSet<>();

  /** Who is one of them, unless the shop keeps cases. */
  public InService service = this::kept;

  private List<MessageSender.Outlet> outlets(CoreDatabase database, Channels channels) {
    List<MessageSender.Outlet> outlets = new ArrayList<>();
    for (Channel channel : channels.all()) {
      Consents asked = consents.by(channel.consentKey());
      outlets.add(
          new MessageSender.Outlet(
              channel,
              database.breaker(channel.key()),
              (to, reply, at) -> asked.bounced(to.contact, reply, at)));
    }
    return outlets;
  }

  private Map<BuyerSince, Instant> lastOrders(Collection<BuyerSince> buyers) {
    Map<BuyerSince, Instant> last = new HashMap<>();
    for (BuyerSince buyer : buyers) {
      if (members.lastOrders.containsKey(buyer.mailbox)) {
        last.put(buyer, members.lastOrders.get(buyer.mailbox));
      }
    }
    return last;
  }

  private static Holdouts holdouts(CoreDatabase database, Clock clock) {
    return new Holdouts(HoldoutJdbcModule.store(database.jdbc, database.inserts), clock);
  }

  private static SplitTests splitTests(CoreDatabase database, Clock clock) {
    return new SplitTests(SplitTestJdbcModule.store(database.jdbc, database.inserts), clock);
  }

  private Set<String> kept(Collection<String> contacts) {
    Set<String> found = new HashSet<>(contacts);
    found.retainAll(inService);
    return found;
  }

  /** Everything that is due at this moment. */
  public void run() {
    relay.runDue();
    engine.dueSteps().runDue();
    sender.runDue();
  }
}
