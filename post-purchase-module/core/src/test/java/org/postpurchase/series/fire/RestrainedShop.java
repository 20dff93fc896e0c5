package org.postpurchase.series.fire;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.jdbc.AskJdbcModule;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.review.ReviewEngine;
import org.postpurchase.review.ReviewLinks;
import org.postpurchase.review.ReviewRewards;
import org.postpurchase.review.ReviewSettings;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.Step;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.AtAWord;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.ShopTemplates;
import org.postpurchase.tracking.LinkSigner;

/**
 * A shop that writes to nobody too often, as every process sees it: its clock and what has left it
 * are files, everything else is in the database.
 */
final class RestrainedShop implements OrderReader, OrderHistory {
  static final Duration WINDOW = Duration.ofHours(16);
  static final Duration ASK_PERIOD = Duration.ofHours(20);
  static final int VALID_HOURS = 48;

  /** Series by id: trigger and rank. The last one asks for reviews. */
  private static final Map<Long, SeriesDefinition> SERIES =
      Map.of(
          1L, series("LOW", 10, Purpose.MARKETING, ConditionType.ALWAYS),
          2L, series("HIGH", 90, Purpose.MARKETING, ConditionType.ALWAYS),
          3L, series("LIKE_LOW", 10, Purpose.MARKETING, ConditionType.ALWAYS),
          4L, series("ASK", 50, Purpose.TRANSACTIONAL, ConditionType.REVIEW_OPEN));

  private static final ShopTemplates TEMPLATES =
      new ShopTemplates()
          .with("low", "low", "Low")
          .with("high", "high", "High")
          .with("like_low", "like low", "Low")
          .with("ask", "ask", "Well?");

  private final Path folder;
  private final int people;
  final FileClock clock;

  RestrainedShop(Path folder, int people) {
    this.folder = folder;
    this.people = people;
    this.clock = new FileClock(folder.resolve("clock"));
  }

  private static SeriesDefinition series(
      String word, int priority, Purpose purpose, ConditionType condition) {
    boolean asks = condition == ConditionType.REVIEW_OPEN;
    Step step =
        new Step.Builder("only")
            .at(1, word)
            .delay(asks ? Anchor.SUBMITTED : Anchor.HAPPENED, 0, 0)
            .validHours(word.equals("LIKE_LOW") ? VALID_HOURS / 2 : VALID_HOURS)
            .onlyIf(condition, "")
            .sends(purpose, "EMAIL", word.toLowerCase(Locale.ROOT))
            .build();
    String trigger = asks ? OrderTriggers.ANY_ORDER : word;
    return new SeriesDefinition(
        word, trigger, ReEntry.EACH_ORDER, priority, Set.of(), List.of(step));
  }

  static int validHours(long seriesId) {
    return SERIES.get(seriesId).steps.get(0).validHours;
  }

  static int priority(long seriesId) {
    return SERIES.get(seriesId).priority;
  }

  static void publish(CoreDatabase database) {
    PublishSeries publish =
        new PublishSeries(
            database.seriesVersions(), TEMPLATES, database.templateVersions(Clock.systemUTC()));
    SERIES.forEach((id, series) -> database.transactions.run(() -> publish.publish(id, series, 0)));
  }

  SeriesNode node(CoreDatabase database, String name) {
    KnownMembers members =
        new KnownMembers()
            .bringing(new AtAWord("LOW"), new AtAWord("HIGH"), new AtAWord("LIKE_LOW"));
    members.restrained = true;
    members.asks = asks(database);
    for (long person = 0; person < people; person++) {
      members.with(person + 1, address(person));
    }
    return new SeriesNode(
        database,
        clock,
        name,
        new SeriesNode.Around<>(
            this,
            new Running(),
            TEMPLATES,
            new HostOffers(),
            new FileMails(folder.resolve("left"), clock),
            1_000),
        members);
  }

  private OrderAsks asks(CoreDatabase database) {
    ReviewSettings settings =
        new ReviewSettings.Builder()
            .wait(0, Map.of())
            .limits(3, 12, new AskBudget(1, ASK_PERIOD))
            .build();
    return new ReviewEngine(
            new ReviewEngine.Stores(
                ReviewJdbcModule.reviews(database.jdbc, database.inserts),
                ReviewJdbcModule.photos(database.jdbc, database.inserts),
                ReviewJdbcModule.counts(database.jdbc),
                AskJdbcModule.asks(database.jdbc, database.inserts),
                database.orderLines(),
                ReviewJdbcModule.kept(database.jdbc, database.inserts)),
            new ReviewEngine.Shopside(
                () -> Optional.of(settings),
                this,
                ReviewRewards.NONE,
                () -> {
                  throw new IllegalStateException("nobody writes a review here");
                },
                new ReviewLinks(() -> SeriesNode.SHOP, new LinkSigner(new byte[32], clock)),
                () -> ZoneOffset.UTC),
            database.transactions,
            clock)
        .asks();
  }

  String address(long person) {
    return "p" + person % people + "@example.com";
  }

  @Override
  public Optional<OrderSnapshot> find(long id) {
    return Optional.of(
        OrderFixture.order(id)
            .line(id * 10, 1)
            .of(new OrderLine.Goods(id, Set.of(), true))
            .email(address(id))
            .to("US")
            .submittedAt(FileClock.START)
            .build());
  }

  @Override
  public Optional<Long> idOfNumber(String number) {
    return Optional.empty();
  }

  @Override
  public boolean hasEarlier(OrderSnapshot order) {
    return false;
  }

  @Override
  public List<Instant> earlier(OrderSnapshot order) {
    return List.of();
  }

  @Override
  public boolean hasOrderedSince(String mailbox, long customerId, Instant since) {
    return false;
  }

  @Override
  public boolean hasLater(OrderSnapshot order) {
    return false;
  }

  /** All series, switched on long ago. */
  private static final class Running implements SeriesCatalog {
    @Override
    public List<Series> running() {
      return SERIES.keySet().stream().map(id -> find(id).get()).toList();
    }

    @Override
    public Optional<Series> find(long id) {
      return Optional.of(new Series(id, SeriesStatus.ACTIVE, Instant.EPOCH, 1, SERIES.get(id)));
    }
  }
}
