package org.postpurchase.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
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
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.HostOffers;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SeriesWorld;
import org.postpurchase.testkit.ShopTemplates;

/** A shop that asks for reviews within a budget of one request in ten days. */
abstract class AskingShop {
  static final Duration PERIOD = Duration.ofDays(10);
  static final int VALID_HOURS = 24 * 40;

  private final Map<Long, Series> series = new HashMap<>();
  final RecordingMails mails = new RecordingMails();
  private final KnownMembers members = new KnownMembers();
  private final ShopTemplates templates = new ShopTemplates();
  ReviewWorld reviews;
  SeriesNode node;
  private long products;

  abstract CoreDatabase database();

  @BeforeEach
  void open() {
    CoreDatabase database = database();
    new SeriesWorld(database).fresh();
    reviews = new ReviewWorld(database);
    reviews.settings =
        Optional.of(
            new ReviewSettings.Builder()
                .wait(1, Map.of())
                .limits(3, 12, new AskBudget(1, PERIOD))
                .build());
    members.restrained = true;
    members.asks = reviews.engine.asks();
    templates.with("ask", "Well?", "Say what you think");
    node = node(database, "this node");
    activate(1, OrderTriggers.ANY_ORDER, 10);
  }

  @AfterEach
  void empty() {
    if (reviews != null) {
      new SeriesWorld(database()).fresh();
      reviews.database.jdbc.update("delete from PP_ASK");
    }
  }

  SeriesNode node(CoreDatabase database, String name) {
    SeriesCatalog catalog =
        new SeriesCatalog() {
          @Override
          public List<Series> running() {
            return new ArrayList<>(series.values());
          }

          @Override
          public Optional<Series> find(long id) {
            return Optional.ofNullable(series.get(id));
          }
        };
    return new SeriesNode(
        database,
        reviews.clock,
        name,
        new SeriesNode.Around<>(reviews.orders, catalog, templates, new HostOffers(), mails, 3),
        members);
  }

  void activate(long id, String trigger, int priority) {
    CoreDatabase database = reviews.database;
    SeriesDefinition definition =
        SeriesWorld.series(
            trigger,
            ReEntry.EACH_ORDER,
            priority,
            new Step.Builder("ask")
                .at(1, "Ask")
                .delay(Anchor.SUBMITTED, 2, 0)
                .validHours(VALID_HOURS)
                .onlyIf(ConditionType.REVIEW_OPEN, "")
                .sends(Purpose.TRANSACTIONAL, "EMAIL", "ask")
                .build());
    PublishSeries publish =
        new PublishSeries(
            database.seriesVersions(), templates, database.templateVersions(reviews.clock));
    int number = database.transactions.call(() -> publish.publish(id, definition, 0));
    Instant since = reviews.clock.instant();
    series.put(id, new Series(id, SeriesStatus.ACTIVE, since, number, definition));
  }

  /** An order of something that the person has not bought yet, in his hands at once. */
  void buys(long order, String email) {
    long id = reviews.order(order, email, 5_000 + ++products);
    OrderFixture placed =
        OrderFixture.order(id).email(email).registered().to("US").submittedAt(now());
    reviews.orders.find(id).get().lines.forEach(l -> placed.line(l.lineId, 1).of(l.goods));
    reviews.orders.with(placed);
    reviews.arrives(id);
    happens(id, OrderFact.SUBMITTED);
  }

  void happens(long order, OrderFact fact) {
    OrderEvent event =
        new OrderEvent(
            OrderEvent.statusKey(order, fact, 1), order, fact, "", EventSource.HOST_STATUS, now());
    reviews.database.transactions.run(() -> node.outbox.record(event));
    node.relay.runDue();
  }

  Instant now() {
    return reviews.clock.instant();
  }

  void pass(Duration time) {
    Instant target = now().plus(time);
    while (true) {
      Optional<Instant> next =
          Stream.of(
                  node.relay.nextDueAt(),
                  node.engine.dueSteps().nextDueAt(),
                  node.sender.nextDueAt())
              .flatMap(Optional::stream)
              .min(Instant::compareTo)
              .filter(at -> !at.isAfter(target));
      if (next.isEmpty()) {
        break;
      }
      reviews.clock.set(next.get().isAfter(now()) ? next.get() : now());
      node.run();
    }
    reviews.clock.set(target);
    node.run();
  }

  /** When requests have left, by person. */
  Map<String, List<Instant>> left() {
    return reviews
        .database
        .jdbc
        .query(
            "select CONTACT, FINISHED_AT from PP_MESSAGE where STATE = 'SENT' order by FINISHED_AT",
            (row, n) -> Map.entry(row.getString("CONTACT"), Utc.instant(row, "FINISHED_AT")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  List<String> verdicts(long order) {
    return reviews.database.decisions().ofOrder(order).stream()
        .map(d -> d.verdict + " " + d.reason)
        .collect(Collectors.toList());
  }
}
