package org.postpurchase.series.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.moment.Moment;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Seed;
import org.postpurchase.testkit.SeriesNode;

/**
 * Two nodes in processes of their own are killed at random while advertising and requests for
 * reviews come to the same people: nobody gets two in a window, nothing is dropped before its time
 * is over, and the higher rank goes first. System properties: {@code pp.budget.candidates} (600 in
 * a normal build), {@code pp.budget.kills} (3), {@code pp.seed}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("long")
abstract class BudgetsUnderFireContract {
  private static final int CANDIDATES = Integer.getInteger("pp.budget.candidates", 600);
  private static final int KILLS = Integer.getInteger("pp.budget.kills", 3);
  private static final int ROUNDS = Math.max(6, KILLS);
  private static final int PEOPLE = Math.max(1, CANDIDATES / 9);
  private static final List<String> WORDS = List.of("LOW", "HIGH", "LIKE_LOW", "ORDER");

  @TempDir Path folder;
  private final long seed = Seed.drawn();
  private final Random random = new Random(seed);
  private final List<Process> nodes = new ArrayList<>();
  private TestDatabase server;
  private CoreDatabase database;
  private RestrainedShop shop;
  private long happened;

  abstract TestDatabase fresh();

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    if (server != null) {
      server.close();
    }
  }

  @Test
  void budgets_hold_whoever_dies() throws Exception {
    server = fresh();
    database = new CoreDatabase(server);
    shop = new RestrainedShop(folder, PEOPLE);
    RestrainedShop.publish(database);
    SeriesNode own = shop.node(database, "the test's");
    for (long person = 0; person < PEOPLE; person++) {
      own.consents.confirmed(shop.address(person), "Yes", "en");
    }
    nodes.add(start());
    nodes.add(start());
    for (int round = 0; round < ROUNDS; round++) {
      happen(own, CANDIDATES / ROUNDS);
      work(round < KILLS);
      shop.clock.advance(Duration.ofMinutes(60 + random.nextInt(400)));
    }
    for (Process node : nodes) {
      node.destroyForcibly().waitFor();
      freeLeases(node);
    }
    for (int hour = 0; hour <= RestrainedShop.VALID_HOURS + 20; hour += 4) {
      own.run();
      shop.clock.advance(Duration.ofHours(4));
    }
    own.run();

    List<Candidate> all = candidates();
    assertThat(all).as("seed " + seed).hasSize((int) happened);
    nobodyGotTwoInAWindow();
    nothingWasDroppedEarly(all);
    theHigherRankWentFirst(all);
  }

  private Process start() throws Exception {
    return NodeProcess.java(
        RestrainedNode.class,
        100,
        List.of(
            server.jdbcUrl(),
            text(server.user()),
            text(server.password()),
            folder.toString(),
            Integer.toString(PEOPLE)));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /** Moments of people and orders that have arrived, many of them of the same people. */
  private void happen(SeriesNode own, int count) {
    Instant now = shop.clock.instant();
    for (int done = 0; done < count; done += 100) {
      List<Moment> moments = new ArrayList<>();
      List<OrderEvent> orders = new ArrayList<>();
      List<OrderSnapshot> parcels = new ArrayList<>();
      for (int i = done; i < Math.min(count, done + 100); i++) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        happened++;
        if (word.equals("ORDER")) {
          long id = random.nextInt(PEOPLE) + happened * PEOPLE;
          parcels.add(shop.find(id).get());
          String key = OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1);
          orders.add(
              new OrderEvent(key, id, OrderFact.SUBMITTED, "", EventSource.HOST_STATUS, now));
        } else {
          long customer = 1 + random.nextInt(PEOPLE);
          moments.add(Moment.ofCustomer(word, customer).happened("m" + happened, now));
        }
      }
      database.transactions.run(
          () -> {
            own.engine.moments().report(moments);
            for (OrderSnapshot order : parcels) {
              database.orderLines().ensure(order, now);
              LineQuantity all = LineQuantity.of(order.lines.get(0).lineId, 1);
              database.orderLines().add(OrderFact.DELIVERED, all, now);
            }
            orders.forEach(own.outbox::record);
          });
    }
  }

  /**
   * Until everything that is due is done: the clock may not move on while a mail is on its way. In
   * between one of the nodes dies.
   */
  private void work(boolean kill) throws Exception {
    Instant due = shop.clock.instant();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120 + CANDIDATES / ROUNDS / 10);
    long killAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(300));
    boolean killed = !kill;
    while (System.nanoTime() < deadline && !(killed && isIdle(due))) {
      if (!killed && System.nanoTime() > killAt) {
        killed = true;
        int index = random.nextInt(2);
        Process victim = nodes.get(index);
        victim.destroyForcibly().waitFor();
        freeLeases(victim);
        nodes.set(index, start());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // the nodes need the processor
    }
    assertThat(isIdle(due)).as("seed " + seed + ": everything is done in time").isTrue();
  }

  /** In the order in which one thing becomes the next, so that nothing slips past. */
  private boolean isIdle(Instant due) {
    return database.count("PP_OUTBOX where STATE = 'WAITING'") == 0
        && database.jdbc.queryForObject(
                "select count(*) from PP_STEP_EXECUTION where STATE = 'SCHEDULED' and DUE_AT <= ?",
                Integer.class,
                Utc.param(due))
            == 0
        && database.count("PP_MESSAGE where STATE in ('QUEUED', 'SENDING')") == 0;
  }

  /** As a minute later, when the leases of the dead have run out; again when given up. */
  private void freeLeases(Process dead) {
    String past = " set LEASE_UNTIL = " + database.dialect.nowPlusSeconds(-1);
    for (String table : List.of("PP_MESSAGE", "PP_OUTBOX")) {
      String update = "update " + table + past + " where LEASE_OWNER = ?";
      database.transactions.run(
          () -> database.jdbc.update(update, RestrainedNode.owner(dead.toHandle())));
    }
  }

  private record Candidate(
      long id,
      String contact,
      long series,
      Instant from,
      String state,
      String reason,
      Instant end) {
    Instant last() {
      return from.plus(Duration.ofHours(RestrainedShop.validHours(series)));
    }

    boolean isAsk() {
      return series == 4;
    }
  }

  private List<Candidate> candidates() {
    return database.jdbc.query(
        "select e.EXECUTION_ID, n.CONTACT, n.SERIES_ID, n.ENTERED_AT, e.STATE, e.REASON,"
            + " e.FINISHED_AT from PP_STEP_EXECUTION e join PP_ENROLLMENT n on n.ENROLLMENT_ID ="
            + " e.ENROLLMENT_ID",
        (row, n) ->
            new Candidate(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                Utc.instant(row, "ENTERED_AT"),
                row.getString("STATE"),
                row.getString("REASON"),
                Utc.instant(row, "FINISHED_AT")));
  }

  private record Mail(Instant at, String id) {}

  private void nobodyGotTwoInAWindow() throws Exception {
    Map<String, List<Mail>> left = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("left"))) {
      String[] mail = line.split("\t");
      String kind = mail[2].equals("ask") ? "ask " : "advertising ";
      left.computeIfAbsent(kind + mail[1], k -> new ArrayList<>())
          .add(new Mail(Instant.parse(mail[0]), mail[3]));
    }
    assertThat(left).hasSizeGreaterThan(PEOPLE);
    left.forEach(
        (who, mails) -> {
          boolean asks = who.startsWith("ask ");
          Duration least = asks ? RestrainedShop.ASK_PERIOD : RestrainedShop.WINDOW;
          mails.sort(Comparator.comparing(Mail::at));
          for (int i = 1; i < mails.size(); i++) {
            Mail before = mails.get(i - 1);
            Mail mail = mails.get(i);
            // an order mail may be handed over again when its node has died
            if (!asks || !before.id.equals(mail.id)) {
              assertThat(before.at.plus(least))
                  .as(who + " " + mails + " seed " + seed)
                  .isBeforeOrEqualTo(mail.at);
            }
          }
        });
  }

  private void nothingWasDroppedEarly(List<Candidate> all) {
    for (Candidate c : all) {
      if (c.state.equals("SKIPPED")) {
        assertThat(c.reason)
            .as(c + " seed " + seed)
            .isEqualTo(c.isAsk() ? "ASK_BUDGET" : "OVER_CONTACT_BUDGET");
        assertThat(c.end).as(c + " seed " + seed).isAfterOrEqualTo(c.last());
      } else {
        assertThat(c.state).as(c + " seed " + seed).isEqualTo("DONE");
      }
    }
    assertThat(all.stream().map(c -> c.state).distinct()).contains("SKIPPED", "DONE");
  }

  /** What is sent had the highest rank of all that were there before this moment and not sent. */
  private void theHigherRankWentFirst(List<Candidate> all) {
    Comparator<Candidate> rank =
        Comparator.<Candidate>comparingInt(c -> -RestrainedShop.priority(c.series))
            .thenComparing(Candidate::last)
            .thenComparing(Candidate::id);
    Map<String, List<Candidate>> byPerson =
        all.stream().filter(c -> !c.isAsk()).collect(Collectors.groupingBy(Candidate::contact));
    for (List<Candidate> some : byPerson.values()) {
      for (Candidate sent : some) {
        if (sent.state.equals("DONE")) {
          assertThat(some)
              .as("before " + sent + " seed " + seed)
              .noneMatch(
                  other ->
                      other.from.isBefore(sent.end)
                          && other.end.isAfter(sent.end)
                          && rank.compare(other, sent) < 0
                          && !other.last().isBefore(sent.end));
        }
      }
    }
  }
}
