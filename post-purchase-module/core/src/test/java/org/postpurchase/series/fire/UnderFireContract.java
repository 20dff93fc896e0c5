package org.postpurchase.series.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.consent.CheckoutAnswer;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.mail.ScriptedMailServer;
import org.postpurchase.migrations.testkit.TestDatabase;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.outbox.Outbox;
import org.postpurchase.series.EnrollmentState;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SeriesNode;

/**
 * Two nodes in processes of their own, a real database and a real mail server, and power cuts:
 * SIGKILL at random, and a halt at every named point between the statements that matter. Kills:
 * system property {@code pp.steps.kills} (10 in a normal build).
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class UnderFireContract {
  private static final int KILLS = Integer.getInteger("pp.steps.kills", 10);
  private static final Pattern ID = Pattern.compile("(?mi)^Message-ID: *\\s*(<[^>]+>)");

  /** Between any two of these something could be lost or done twice. */
  private static final List<String> POINTS =
      List.of(
          "after insert into PP_ENROLLMENT",
          "after insert into PP_STEP_EXECUTION",
          "after update PP_OUTBOX set STATE = 'DONE'",
          "committed update PP_OUTBOX set STATE = 'DONE'",
          "after insert into PP_REWARD_CODE",
          "after insert into PP_MESSAGE",
          "after insert into PP_TOUCH_DECISION",
          "after update PP_STEP_EXECUTION set STATE = ?",
          "committed update PP_STEP_EXECUTION set STATE = ?",
          "after update PP_MESSAGE set STATE = 'SENDING'",
          "committed update PP_MESSAGE set STATE = 'SENDING'",
          "after update PP_MESSAGE set STATE = ?, FINISHED_AT",
          "committed update PP_MESSAGE set STATE = ?, FINISHED_AT");

  private TestDatabase server;
  private CoreDatabase database;
  private ScriptedMailServer mail;
  private final List<Process> nodes = new ArrayList<>();
  private int orders;
  private int batch;

  abstract TestDatabase fresh();

  @BeforeEach
  void open() {
    server = fresh();
    database = new CoreDatabase(server);
    mail = new ScriptedMailServer();
    PublishSeries publish =
        new PublishSeries(
            database.seriesVersions(),
            CrowdedShop.TEMPLATES,
            database.templateVersions(Clock.systemUTC()));
    int version = database.transactions.call(() -> publish.publish(1, CrowdedShop.SERIES, 0));
    assertThat(version).isEqualTo(1);
  }

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    if (server != null) {
      mail.close();
      server.close();
    }
  }

  @Test
  @Tag("long")
  void each_step_acts_once_and_its_mail_leaves_at_most_once() throws Exception {
    underFire(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 500})
  @Tag("nightly")
  void so_it_does_one_by_one_and_in_large_batches(int size) throws Exception {
    underFire(size);
  }

  private void underFire(int size) throws Exception {
    batch = size;
    Random random = new Random(20261124);
    nodes.add(start());
    nodes.add(start());
    for (int kill = 0; kill < KILLS; kill++) {
      submit(20);
      awaitMails(mail.mails.size() + 1 + random.nextInt(20));
      kill(random.nextInt(2));
    }
    for (String point : POINTS) {
      endAll();
      submit(20);
      Process halting = start(point);
      assertThat(halting.waitFor(180, TimeUnit.SECONDS)).as(point).isTrue();
      assertThat(halting.exitValue()).as(point).isEqualTo(137);
    }
    endAll();
    finishInPeace();
    everyOrderIsServedOnce();
    everyMailIsAccountedFor();
  }

  private Process start(String... point) throws Exception {
    return NodeProcess.start(
        batch, server.jdbcUrl(), text(server.user()), text(server.password()), mail.port(), point);
  }

  /** A node that is to halt has the work to itself: its point must be reached. */
  private void endAll() throws Exception {
    nodes.forEach(Process::destroyForcibly);
    for (Process node : nodes) {
      node.waitFor();
    }
    nodes.clear();
    database.leasesRunOut();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private void kill(int index) throws Exception {
    Process victim = nodes.get(index);
    victim.destroyForcibly().waitFor();
    nodes.set(index, start());
  }

  private void submit(int count) {
    Outbox outbox = new Outbox(database.outbox(), Clock.systemUTC());
    Instant now = Clock.systemUTC().instant();
    database.transactions.run(
        () -> {
          for (int i = 0; i < count; i++) {
            long id = ++orders;
            database.consents().answer(new CheckoutAnswer(id, true, "Yes", "en", now));
            outbox.record(
                new OrderEvent(
                    OrderEvent.statusKey(id, OrderFact.SUBMITTED, 1),
                    id,
                    OrderFact.SUBMITTED,
                    "",
                    EventSource.HOST_STATUS,
                    now));
          }
        });
  }

  /** Until so many mails have arrived, or long enough: then a kill while idle is a kill too. */
  private void awaitMails(int wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (mail.mails.size() < wanted && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // the nodes need the processor
    }
  }

  private void finishInPeace() {
    SeriesNode node =
        new SeriesNode(
            database, Clock.systemUTC(), "last", CrowdedShop.around(NodeProcess.smtp(mail.port())));
    for (int i = 0; i < 5; i++) {
      database.leasesRunOut();
      database.transactions.run(
          () ->
              database.jdbc.update(
                  "update PP_OUTBOX set DUE_AT = RECORDED_AT where STATE = 'WAITING'"));
      database.transactions.run(
          () ->
              database.jdbc.update(
                  "update PP_MESSAGE set DUE_AT = QUEUED_AT where STATE = 'QUEUED'"));
      node.run();
    }
  }

  private void everyOrderIsServedOnce() {
    assertThat(
            database.jdbc.queryForList(
                "select ENTRY_KEY, ATTEMPTS, DUE_AT, LEASE_UNTIL, REASON from PP_OUTBOX where STATE"
                    + " <> 'DONE'"))
        .isEmpty();
    assertThat(database.enrollments().count(EnrollmentState.COMPLETED, "")).isEqualTo(orders);
    assertThat(database.count("PP_ENROLLMENT")).isEqualTo(orders);
    assertThat(database.count("PP_STEP_EXECUTION where STATE = 'DONE'")).isEqualTo(2 * orders);
    assertThat(database.count("PP_STEP_EXECUTION")).isEqualTo(2 * orders);
    assertThat(database.count("PP_REWARD_CODE")).isEqualTo(orders);
    assertThat(database.count("PP_MESSAGE")).isEqualTo(2 * orders);
    assertThat(database.count("PP_TOUCH_DECISION where VERDICT = 'SEND'")).isEqualTo(2 * orders);
    assertThat(database.count("PP_CONSENT")).isEqualTo(orders);
  }

  private void everyMailIsAccountedFor() {
    Map<String, Long> arrived =
        mail.mails.stream()
            .map(UnderFireContract::idOf)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Message> messages = database.messages().list(null, 3 * orders, 0);
    int uncertain = 0;
    for (Message m : messages) {
      long times = arrived.getOrDefault(m.mimeMessageId, 0L);
      if (m.content.purpose == Purpose.MARKETING) {
        assertThat(times).as(m.mimeMessageId).isLessThanOrEqualTo(1);
        assertThat(m.state).isIn(MessageState.SENT, MessageState.UNCERTAIN);
      } else {
        assertThat(times).as(m.mimeMessageId).isLessThanOrEqualTo(2);
        assertThat(m.state == MessageState.SENT || m.unclearEnds == 2).isTrue();
      }
      if (m.state == MessageState.SENT) {
        assertThat(times).as(m.mimeMessageId).isPositive();
      } else {
        uncertain++;
      }
    }
    assertThat(database.messages().list(MessageState.UNCERTAIN, 3 * orders, 0)).hasSize(uncertain);
    System.out.println(
        server
            + ": "
            + orders
            + " orders, "
            + KILLS
            + " kills, "
            + POINTS.size()
            + " halts, "
            + messages.size()
            + " messages, "
            + mail.mails.size()
            + " mails, "
            + uncertain
            + " uncertain");
  }

  private static String idOf(String raw) {
    Matcher id = ID.matcher(raw);
    assertThat(id.find()).as(raw).isTrue();
    return id.group(1);
  }
}
