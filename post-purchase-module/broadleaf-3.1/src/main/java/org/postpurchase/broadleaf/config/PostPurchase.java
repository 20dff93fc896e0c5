package org.postpurchase.broadleaf.config;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.rating.dao.RatingSummaryDao;
import org.postpurchase.analytics.AttributeOrders;
import org.postpurchase.analytics.jdbc.AnalyticsJdbcModule;
import org.postpurchase.ask.AsksWithVoices;
import org.postpurchase.broadleaf.member.BroadleafMembers;
import org.postpurchase.broadleaf.occasion.WeatherFile;
import org.postpurchase.broadleaf.offer.BroadleafRewardOffers;
import org.postpurchase.broadleaf.order.BareLines;
import org.postpurchase.broadleaf.order.BroadleafGroupReader;
import org.postpurchase.broadleaf.order.BroadleafOrderHistory;
import org.postpurchase.broadleaf.order.BroadleafOrderReader;
import org.postpurchase.broadleaf.order.BroadleafPlacedOrders;
import org.postpurchase.broadleaf.order.FillPersonOrders;
import org.postpurchase.broadleaf.order.HostOrderSweep;
import org.postpurchase.broadleaf.order.OrderMapper;
import org.postpurchase.broadleaf.order.OrdersTogether;
import org.postpurchase.broadleaf.order.PersonOrders;
import org.postpurchase.broadleaf.order.RelayWakeup;
import org.postpurchase.broadleaf.order.SweepFloor;
import org.postpurchase.broadleaf.settings.EntityCatalogueReader;
import org.postpurchase.broadleaf.settings.EntityProgrammeReader;
import org.postpurchase.broadleaf.settings.EntityPromptReader;
import org.postpurchase.broadleaf.settings.EntitySavedRules;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.broadleaf.settings.InstallPresets;
import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.broadleaf.time.HostClock;
import org.postpurchase.confirmation.ShowConfirmation;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.ledger.ProveNightly;
import org.postpurchase.loyalty.LoyaltyEngine;
import org.postpurchase.loyalty.ReportTierChanges;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ComposeMessage;
import org.postpurchase.messaging.MessageSender;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.jdbc.MessagingJdbcModule;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.migrations.Migrations;
import org.postpurchase.migrations.Phase;
import org.postpurchase.moment.Moments;
import org.postpurchase.moment.Trigger;
import org.postpurchase.occasion.Weather;
import org.postpurchase.order.GroupReader;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLifecycle;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.RecordGroupProgress;
import org.postpurchase.order.jdbc.OrderJdbcModule;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.outbox.OutboxRelay;
import org.postpurchase.outbox.OutboxStore;
import org.postpurchase.outbox.jdbc.OutboxJdbcModule;
import org.postpurchase.restraint.OptInMessages;
import org.postpurchase.retention.DeleteOldRows;
import org.postpurchase.retention.jdbc.RetentionJdbcModule;
import org.postpurchase.reward.SettleReservations;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesMessageModel;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.service.CaseAlertMessages;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.DueWork;
import org.postpurchase.shared.DueWorkLoop;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.WorkFailureStore;
import org.postpurchase.shared.jdbc.Installation;
import org.postpurchase.shared.jdbc.JdbcAuditLog;
import org.postpurchase.shared.jdbc.JdbcLeases;
import org.postpurchase.shared.jdbc.SpringTransactions;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Puts the plugin together in one webapp: the only place where features meet their stores and the
 * host.
 *
 * <p>Uses the very data source behind the host's entity manager, so that rows written with JDBC
 * commit with the host's own (proved by {@code HostTransactionIT}).
 */
public final class PostPurchase {
  private static final Logger LOG = LoggerFactory.getLogger(PostPurchase.class);

  /** When a shop sleeps. */
  private static final LocalTime PROOF_AT = LocalTime.of(3, 30);

  private static final LocalTime DELETING_AT = LocalTime.of(4, 15);

  private final Clock clock = new HostClock();
  private final Shop shop;
  private final AuditLog audit;
  private final Transactions transactions;
  private final OutboxStore outboxStore;
  private final MessageStore messages;
  private final ChannelParts channels;
  private final SmsParts sms;
  private final FeedbackParts feedback;
  private final DecisionStore decisions;
  private final OrderReader orders;
  private final OrderHistory history;
  private final PersonOrders persons;
  private final GroupReader groups;
  private final OrderLineStore lines;
  private final OrderLifecycle lifecycle;
  private final OrderModel orderModel;
  private final Renderer renderer = VelocityModule.renderer();
  private final ShowConfirmation confirmation;
  private final SeriesParts series;
  private final LoyaltyParts loyalty;
  private final CatalogueParts catalogue;
  private final ReferralParts referral;
  private final ReviewParts reviews;
  private final SegmentParts segments;
  private final ContentParts content;
  private final PresetGallery presets;
  private final StoryParts stories;
  private final CampaignParts campaigns;
  private final ServiceParts service;
  private final TaskParts tasks;
  private final BrandParts brand;
  private final BlockParts blocks;
  private final RestraintParts restraint;
  private final AtomicReference<LoyaltyParts> loyaltyLater = new AtomicReference<>();
  private final OccasionParts occasions;
  private final TriggersOfShop triggers;
  private final Moments moments;
  private final SimulationParts simulation;
  private final HostOrderSweep sweep;
  private final List<DueWork> dueWork;
  private final WorkFailureStore failedWork;
  private final DueWorkLoop loop;
  private final ModuleSettings settings;

  public PostPurchase(
      ModuleSettings settings,
      EntityManagerFactory factory,
      PlatformTransactionManager manager,
      OrderService orderService,
      BeanFactory beans) {
    this.settings = settings;
    DataSource dataSource = ((EntityManagerFactoryInfo) factory).getDataSource();
    if (settings.migrates()) {
      new Migrations(dataSource).run(Phase.ALL);
    }
    shop = settings.shop();
    SqlDialect dialect = SqlDialect.of(dataSource);
    OwnTables.require(dataSource);
    JdbcTemplate jdbc = HostStatements.on(dataSource);
    transactions = new SpringTransactions(manager, dataSource);
    Ground ground = new Ground(jdbc, dialect, transactions, clock, shop);
    failedWork = ground.failedWork;
    bringToMailboxKeys(ground);
    audit = new JdbcAuditLog(jdbc, clock);
    outboxStore = OutboxJdbcModule.store(jdbc, dialect);
    Outbox outbox = new Outbox(outboxStore, clock);
    messages = MessagingJdbcModule.store(jdbc, dialect, settings.mailDomain());
    tasks = new TaskParts(ground, this::getMoments);
    sms = new SmsParts(ground, settings.sms(), this::getService);
    List<Channel> shippedChannels = new ArrayList<>(sms.channels());
    shippedChannels.add(tasks.channel());
    ground.with(ChannelParts.channels(beans, settings, shippedChannels));
    channels = new ChannelParts(ground, beans, settings.mailFrom());
    decisions = SeriesJdbcModule.decisions(jdbc, ground.inserts);
    OrderMapper mapper = new OrderMapper(outbox, new BareLines(jdbc), () -> shop.locale);
    orders =
        new BroadleafOrderReader(
            orderService, mapper, transactions, new OrdersTogether(jdbc, factory, mapper));
    persons = new PersonOrders(jdbc, ground.inserts);
    history = new BroadleafOrderHistory(jdbc, persons);
    groups = new BroadleafGroupReader(jdbc);
    lines = OrderJdbcModule.lineStore(jdbc, ground.inserts);
    lifecycle = new OrderLifecycle(orders, lines, outbox, transactions, clock);
    brand = new BrandParts(ground);
    blocks = new BlockParts(ground, beans);
    orderModel = new OrderModel(() -> shop).with(brand.getLook());

    SettingsQuery query = new SettingsQuery(factory, transactions);
    EntityTemplateReader templates = new EntityTemplateReader(query, () -> shop);
    EntityPromptReader prompts = new EntityPromptReader(query, () -> shop);
    confirmation = new ShowConfirmation(orders, prompts, renderer, orderModel);
    EntityProgrammeReader programmes =
        new EntityProgrammeReader(query, () -> shop, RuleTypesOfShop.in(beans));
    TierParts tiers = new TierParts(ground);
    NoticeParts notices = new NoticeParts(ground, tiers, programmes, settings.pointsPage());
    ground.with(new BroadleafMembers(jdbc, dialect, () -> shop.locale));
    occasions =
        new OccasionParts(
            ground,
            orders,
            history,
            weather(beans, settings),
            () -> getSeries().getSigner(),
            this::getMoments);
    List<Trigger> shipped = new ArrayList<>(notices.triggers());
    shipped.addAll(occasions.triggers());
    shipped.addAll(SegmentParts.triggers(ground));
    shipped.addAll(TaskParts.triggers());
    triggers = new TriggersOfShop(shipped, beans);
    series =
        new SeriesParts(
            ground,
            new EntitySeriesCatalog(query),
            templates,
            renderer,
            orderModel,
            triggers.get(),
            new BroadleafRewardOffers(
                beans.getBean("blOfferDao", OfferDao.class),
                beans.getBean("blOfferCodeDao", OfferCodeDao.class),
                query,
                jdbc,
                dialect));
    if (settings.bringsPresets()) {
      new InstallPresets(query, series.getTemplateVersions(), channels.getChannels().main().key())
          .run();
    }

    feedback =
        new FeedbackParts(
            ground,
            settings.feedback(),
            series.getConsents(),
            audit,
            series::getSigner,
            () -> sms.getSettings().isOn() ? sms.getSettings().publicUrl : shop.url);
    reviews =
        new ReviewParts(
            ground, orders, lines, series.getSigner(), loyaltyLater::get, this::getMoments);
    stories = new StoryParts(ground, reviews, this::getMoments);
    campaigns = new CampaignParts(ground, stories, reviews, this::getMoments);
    service =
        new ServiceParts(ground, orders, reviews, series.getSigner(), messages, this::getMoments);
    orderModel.with(service.getContact());
    restraint =
        new RestraintParts(
            ground, series.getConsents(), reviews.getAsks(), series.getSigner(), messages);
    SegmentMembership people = (key, persons) -> members().membersAmong(key, persons);
    SeriesEngine engine =
        series.engine(
            ground,
            restraint.restrain(
                new SeriesEngine.Sources(
                        series.getCatalog(), orders, history, triggers.get(), () -> shop)
                    .with(reviews.getEngine().asks())
                    .with(people)
                    .resting(service.getCaseStore()::inService)),
            new SeriesParts.Facts(decisions, messages, lines),
            settings.batches().steps());
    segments = new SegmentParts(ground, this::getMoments);
    moments = segments.keeping(campaigns.before(service.listening(engine.moments()), ground));
    loyalty =
        new LoyaltyParts(
            ground,
            tiers,
            programmes,
            new LoyaltyEngine.Orders(orders, history, lines, () -> shop.zone),
            series.getSigner(),
            new ReportTierChanges(moments));
    loyalty.getEngine().with(people);
    loyaltyLater.set(loyalty);
    simulation =
        new SimulationParts(
                ground,
                new BroadleafPlacedOrders(jdbc, factory, manager, mapper, persons),
                programmes,
                new EntitySavedRules(query, programmes),
                loyalty.getTiers())
            .with(lines, history, triggers.get(), ground);
    catalogue =
        new CatalogueParts(ground, new EntityCatalogueReader(query, () -> shop), loyalty, series);
    referral =
        new ReferralParts(
            ground, new ReferralParts.Host(beans, query, orders, lines), series, loyalty, moments);
    content = new ContentParts(ground, segments, NodeName.ofThisContext());
    series.getModel().with(content.modelParts());
    presets =
        new PresetGallery(
            query,
            series.getTemplateVersions(),
            channels.getChannels().main().key(),
            triggers.get());
    String owner = NodeName.ofThisContext();
    OutboxRelay relay =
        new OutboxRelay(
            outboxStore,
            new OutboxRelay.Reactions(
                    together(
                        sms.handlers(orders, messages),
                        Arrays.asList(
                            engine.handler(),
                            notices.telling(
                                loyalty.getEngine().handler(), orders, this::getMoments),
                            referral.getEngine().handler(),
                            reviews.getEngine().handler(),
                            segments.getPeople().handler(),
                            reviews.getEngine().countKept(),
                            occasions.handler(),
                            new AttributeOrders(
                                AnalyticsJdbcModule.attributions(ground.inserts.rows()), clock))),
                    beforeHandlers(new RecordGroupProgress(orders, groups, lines, clock)))
                .inBatchesOf(settings.batches().events()),
            new AttemptPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), new Random()),
            transactions,
            clock,
            owner);
    MessageSender sender =
        new MessageSender(
            messages,
            engine.gate(),
            new ComposeMessage(
                new OptInMessages.Templates(
                    SmsParts.asking(new CaseAlertMessages.Templates(templates))),
                series.getTemplateVersions(),
                restraint.asking(
                    sms.asking(
                        service.alerting(
                            new SeriesMessageModel(
                                    orders,
                                    lines,
                                    series.getRewardCodes(),
                                    series.getConsents(),
                                    new SeriesMessageModel.Wording(
                                        series.getModel(),
                                        locale -> prompts.find(locale).map(p -> p.promise),
                                        series.getLinks()))
                                .with(series.getEnrollments(), ground.members, clock)
                                .with(restraint.getLinks())
                                .with(
                                    new AsksWithVoices(
                                        reviews.getEngine().asks(), stories.voices()),
                                    clock)
                                .with(referral.inMails(reviews.getAsks(), loyalty.getProgrammes()))
                                .by(channels.getChannels())))),
                renderer),
            () -> channels.outlets(series.getConsents()),
            new MessageSender.Delivery(MessageSender.policy(), transactions, clock, owner)
                .batch(settings.batches().mails())
                .begunMost(settings.mailUnclearMost())
                .connections(settings.mailConnections()));
    sweep =
        new HostOrderSweep(
            jdbc,
            outbox,
            new JdbcLeases(jdbc, dialect, transactions),
            transactions,
            new HostOrderSweep.Node(
                    owner,
                    Duration.ofMinutes(settings.sweepMinutes()),
                    new Installation(jdbc, dialect, transactions)
                        .since(Clock.systemUTC().instant()),
                    clock,
                    Clock.systemUTC())
                .from(new SweepFloor(jdbc, ground.inserts, transactions)),
            ground.failures);
    SettleReservations settle =
        new SettleReservations(series.getRedeemReward(), orders, ground.failures);
    dueWork =
        together(
            Arrays.asList(
                relay,
                notices.expiringPoints(loyalty.getStore(), moments),
                occasions.report(triggers.get()),
                occasions.reportCarts(),
                occasions.reportCountries(triggers.get(), owner),
                engine.dueSteps(),
                sender,
                sweep,
                settle,
                loyalty.getEngine().sweep(),
                loyalty.getEngine().keepTiers(),
                loyalty.getEngine().settleHolds(),
                new FillPersonOrders(
                    jdbc,
                    persons,
                    ground.inserts,
                    new JdbcLeases(jdbc, dialect, transactions),
                    transactions,
                    new FillPersonOrders.Node(owner, clock)),
                new ProveNightly(
                        loyalty.getProof(),
                        new JdbcLeases(jdbc, dialect, transactions),
                        owner,
                        clock,
                        PROOF_AT,
                        shop.zone)
                    .keeping(ground.failures),
                reviews.proveCounts(ground, owner),
                reviews.hostRatings(
                    ground, beans.getBean("blRatingSummaryDao", RatingSummaryDao.class), query),
                service.timeOut(),
                new DeleteOldRows(
                    RetentionJdbcModule.oldRows(jdbc),
                    settings.retention().plan(),
                    new DeleteOldRows.Node(
                        new JdbcLeases(jdbc, dialect, transactions),
                        owner,
                        transactions,
                        clock,
                        DELETING_AT,
                        shop.zone))),
            referral.work(),
            content.work(),
            segments.work(ground, owner));
    loop = new DueWorkLoop(dueWork, settings.pollMillis());
  }

  @SafeVarargs
  private static <T> List<T> together(List<T>... parts) {
    return Arrays.stream(parts)
        .flatMap(List::stream)
        .collect(collectingAndThen(toList(), Collections::unmodifiableList));
  }

  /** The shop's own provider, else the file that the settings name. */
  private static Weather.Provider weather(BeanFactory beans, ModuleSettings settings) {
    return ((ListableBeanFactory) beans)
        .getBeansOfType(Weather.Provider.class, false, false).values().stream()
            .findFirst()
            .orElseGet(() -> new WeatherFile(settings.weatherSource()));
  }

  /** Whose order it is and what has become of its lines, which handlers ask for. */
  private Consumer<List<OrderEvent>> beforeHandlers(RecordGroupProgress progress) {
    return events -> {
      persons.note(events);
      progress.apply(events);
    };
  }

  /**
   * Before anything is looked up by address: what older versions wrote is found by its key then.
   */
  private static void bringToMailboxKeys(Ground ground) {
    Map<String, Integer> rows =
        ConsentJdbcModule.mailboxKeys(
                ground.jdbc, ground.inserts, ground.transactions, ground.clock)
            .bring();
    rows.values().removeIf(changed -> changed == 0);
    if (!rows.isEmpty()) {
      LOG.info("rows were brought to the one key of their mailbox: {}", rows);
    }
  }

  /** Starts the background work where this node is to do it. */
  public void start() {
    if (settings.runsRelay()) {
      loop.start();
      RelayWakeup.notify(loop::wake);
    }
  }

  public void stop() {
    RelayWakeup.notify(() -> {});
    loop.close();
    if (settings.runsRelay()) {
      giveBack();
    }
  }

  /** So that the next start need not wait for the lease to run out. */
  private void giveBack() {
    try {
      sweep.giveBack();
    } catch (RuntimeException e) { // the database may be gone before the shop is
      LOG.debug("the lease of the sweep was not given back", e);
    }
  }

  public Clock getClock() {
    return clock;
  }

  public Shop getShop() {
    return shop;
  }

  public AuditLog getAudit() {
    return audit;
  }

  public Transactions getTransactions() {
    return transactions;
  }

  public OutboxStore getOutboxStore() {
    return outboxStore;
  }

  public MessageStore getMessages() {
    return messages;
  }

  /** The ways out of the shop. */
  public ChannelParts getChannels() {
    return channels;
  }

  public DecisionStore getDecisions() {
    return decisions;
  }

  public OrderReader getOrders() {
    return orders;
  }

  public OrderHistory getOrderHistory() {
    return history;
  }

  public GroupReader getGroups() {
    return groups;
  }

  /** What became of the lines of orders. */
  public OrderLineStore getLines() {
    return lines;
  }

  public OrderLifecycle getLifecycle() {
    return lifecycle;
  }

  public OrderModel getOrderModel() {
    return orderModel;
  }

  public Renderer getRenderer() {
    return renderer;
  }

  public ShowConfirmation getConfirmation() {
    return confirmation;
  }

  public SeriesParts getSeries() {
    return series;
  }

  /** Where features report to series what happened to people. */
  public Moments getMoments() {
    return moments;
  }

  /** What series can begin with in this shop. */
  public TriggersOfShop getTriggers() {
    return triggers;
  }

  public LoyaltyParts getLoyalty() {
    return loyalty;
  }

  public CatalogueParts getCatalogue() {
    return catalogue;
  }

  public OccasionParts getOccasions() {
    return occasions;
  }

  public ReferralParts getReferral() {
    return referral;
  }

  public CampaignParts getCampaigns() {
    return campaigns;
  }

  public StoryParts getStories() {
    return stories;
  }

  public ReviewParts getReviews() {
    return reviews;
  }

  private SegmentMembership members() {
    return segments.getMembership();
  }

  public SegmentParts getSegments() {
    return segments;
  }

  /** What series ask staff to do. */
  public TaskParts getTasks() {
    return tasks;
  }

  public BlockParts getBlocks() {
    return blocks;
  }

  public BrandParts getBrand() {
    return brand;
  }

  public SmsParts getSms() {
    return sms;
  }

  /** What providers report of mails. */
  public FeedbackParts getFeedback() {
    return feedback;
  }

  /** What mails and pages tell besides orders. */
  public ContentParts getContent() {
    return content;
  }

  /** Ready series that merchants take as drafts. */
  public PresetGallery getPresets() {
    return presets;
  }

  public ServiceParts getService() {
    return service;
  }

  /** How much advertising people get, and when. */
  public RestraintParts getRestraint() {
    return restraint;
  }

  public SimulationParts getSimulation() {
    return simulation;
  }

  public HostOrderSweep getSweep() {
    return sweep;
  }

  /** Items of background work that failed. */
  public WorkFailureStore getFailedWork() {
    return failedWork;
  }

  /** Everything that waits for time, in the order in which one kind feeds the next. */
  public List<DueWork> getDueWork() {
    return dueWork;
  }
}
