package org.postpurchase.series;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Upkeep;
import org.postpurchase.shared.WorkFailures;

/**
 * Lets the people of back-fills in, a portion each minute, and takes them out where one is undone.
 *
 * <p>A portion is one transaction with its claim, its runs and the note of what became of each
 * order: any number of nodes and a crash anywhere leave each order looked at once. What a portion
 * costs in statements does not depend on its size.
 */
final class RunBackfills implements Upkeep {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(400);
  private static final int OUT_AT_ONCE = 100;

  private final BackfillStore store;
  private final SeriesEngine.Stores stores;
  private final SeriesEngine.Sources sources;
  private final Supplier<RunBook> books;
  private final StepTiming timing;
  private final Transactions transactions;
  private final Clock clock;
  private final WorkFailures failures;

  RunBackfills(
      BackfillStore store,
      SeriesEngine.Stores stores,
      SeriesEngine.Sources sources,
      Supplier<RunBook> books,
      DueSteps.Pace pace,
      WorkFailures failures) {
    this.failures = failures;
    this.store = store;
    this.stores = stores;
    this.sources = sources;
    this.books = books;
    this.timing = new StepTiming(sources.shop);
    this.transactions = pace.transactions;
    this.clock = pace.clock;
  }

  @Override
  public String name() {
    return "backfills";
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return transactions.call(store::nextDueAt);
  }

  @Override
  public int runDue() {
    Instant now = clock.instant();
    List<Backfill> all = transactions.call(() -> store.due(now));
    if (all.isEmpty()) {
      return 0;
    }
    AtomicInteger done = new AtomicInteger();
    WorkFailures.Round round = failures.open(name());
    for (Backfill due : all) {
      round.attempt(
          "back-fill " + due.id,
          () -> done.addAndGet(transactions.call(() -> portion(due, now))) > 0);
    }
    if (done.get() > 0) {
      transactions.run(() -> store.removeEndedBefore(now.minus(KEPT), OUT_AT_ONCE));
    }
    return done.get();
  }

  private int portion(Backfill due, Instant now) {
    boolean entering = due.state == Backfill.State.RUNNING;
    if (!store.claim(due, now, entering ? now.plus(MINUTE) : now)) {
      return 0;
    }
    return entering ? letIn(due, now) : takeOut(due, now);
  }

  private int letIn(Backfill due, Instant now) {
    Series series = sources.catalog.find(due.seriesId).orElse(null);
    if (series == null || series.status == SeriesStatus.DRAFT) {
      store.move(due.id, Backfill.State.RUNNING, Backfill.State.STOPPED, now);
      return 1;
    }
    if (series.status == SeriesStatus.PAUSED) {
      return 0;
    }
    Map<Long, Instant> portion = store.waiting(due.id, Math.max(1, due.perHour / 60));
    SeriesVersion version = stores.versions.find(series.id, series.liveVersion).orElse(null);
    if (portion.isEmpty() || version == null) {
      store.move(due.id, Backfill.State.RUNNING, Backfill.State.DONE, now);
      return 1;
    }
    new Portion(series, version, portion, now).enter(due.id);
    return portion.size();
  }

  /** Some orders of one back-fill. */
  private final class Portion {
    private final Series series;
    private final SeriesVersion version;
    private final Map<Long, Instant> portion;
    private final Instant now;
    private final Map<Long, OrderSnapshot> orders;
    private final Map<Long, List<OrderLineProgress>> lines;
    private final Map<Long, ReasonCode> leftOut = new TreeMap<>();
    private final Map<Long, String> keys = new LinkedHashMap<>();
    private final RunBook book = books.get();
    private Map<String, Enrollment> known = Collections.emptyMap();
    private Set<PersonRef> members = Collections.emptySet();

    Portion(Series series, SeriesVersion version, Map<Long, Instant> portion, Instant now) {
      this.series = series;
      this.version = version;
      this.portion = portion;
      this.now = now;
      orders = sources.orders.findAll(new TreeSet<>(portion.keySet()));
      lines = stores.lines.readAll(new TreeSet<>(portion.keySet()));
    }

    void enter(long backfill) {
      Map<String, Instant> people = new TreeMap<>();
      Set<PersonRef> refs =
          orders.values().stream()
              .filter(order -> DecideStep.isUsable(order.email))
              .map(FactRound::person)
              .collect(Collectors.toSet());
      orders.values().stream()
          .filter(order -> DecideStep.isUsable(order.email))
          .forEach(order -> people.put(EmailAddress.of(order.email).key(), now));
      stores.enrollments.lockContacts(people);
      known = stores.enrollments.ofContacts(people.keySet());
      book.note(known);
      book.note(
          stores.enrollments.ofCustomers(
              refs.stream().map(ref -> ref.customerId).collect(Collectors.toSet())));
      if (!version.definition.segment.isEmpty()) {
        members = sources.segments.membersAmong(version.definition.segment, refs);
      }
      Set<String> entered = new TreeSet<>();
      Set<Long> customers = new TreeSet<>();
      Set<Long> again = new TreeSet<>();
      portion.forEach(
          (id, at) -> {
            OrderSnapshot order = orders.get(id);
            String contact = FactRound.contact(order);
            long customer = order == null ? 0 : FactRound.customerId(order);
            if (entered.contains(contact) || customers.contains(customer)) {
              again.add(id); // judged with the next portion, when this one's run can be seen
              return;
            }
            ReasonCode objection = order == null ? ReasonCode.ORDER_GONE : objection(order, at);
            if (objection != null) {
              leftOut.put(id, objection);
            } else {
              entered.add(contact);
              customers.add(customer);
              customers.remove(0L);
            }
          });
      book.write(now);
      store.leftOut(backfill, leftOut);
      store.entered(backfill, runs(entered));
    }

    /** What speaks against it; null when the run is in the book. */
    private ReasonCode objection(OrderSnapshot order, Instant at) {
      if (!order.isPlaced()) {
        return ReasonCode.ORDER_NOT_SUBMITTED;
      }
      if (!DecideStep.isUsable(order.email)) {
        return ReasonCode.NO_USABLE_ADDRESS;
      }
      if (!version.definition.segment.isEmpty() && !members.contains(FactRound.person(order))) {
        return ReasonCode.NOT_IN_SEGMENT;
      }
      String contact = EmailAddress.of(order.email).key();
      List<Enrollment> runs =
          book.ofPersonInSeries(contact, FactRound.customerId(order), series.id);
      if (runs.stream().anyMatch(run -> run.orderId == order.orderId)) {
        return ReasonCode.ALREADY_ENROLLED;
      }
      Optional<ReasonCode> again = MayEnter.objection(version.definition, runs, now);
      if (again.isPresent()) {
        return again.get();
      }
      return plan(order, at, contact, runs) ? null : ReasonCode.BEFORE_ACTIVATION;
    }

    private boolean plan(OrderSnapshot order, Instant at, String contact, List<Enrollment> runs) {
      String key = "series:" + series.id + ":" + contact + ":backfill:" + order.orderId;
      if (version.definition.reEntry == ReEntry.EACH_PRODUCT) {
        Set<Long> products = EnterSeries.newProducts(version.definition, order, runs, book);
        if (products.isEmpty()) {
          return false;
        }
        key += MayEnter.productsKey(products);
      }
      Enrollment.Person buyer = new Enrollment.Person(contact, order.customerId, order.orderId);
      NewRun run = new NewRun(key, version, buyer, now);
      OrderProgress progress =
          OrderProgress.of(order, lines.getOrDefault(order.orderId, Collections.emptyList()));
      boolean some = false;
      for (Step step : version.definition.steps) {
        Instant due = timing.firstDueAt(step, order, progress, at).orElse(null);
        boolean past = due != null && due.isBefore(now);
        if (past && step.isBranch()) {
          run.plan(step, now); // it sends nothing, and steps may hang on it
        } else if (!past) {
          run.plan(step, due);
          some |= !step.off;
        }
      }
      if (some && book.enter(run)) {
        keys.put(order.orderId, key);
      }
      return some;
    }

    private Map<Long, Long> runs(Set<String> contacts) {
      if (keys.isEmpty()) {
        return Collections.emptyMap();
      }
      Map<String, Enrollment> now = stores.enrollments.ofContacts(contacts);
      Map<Long, Long> runs = new HashMap<>();
      keys.forEach((order, key) -> runs.put(order, now.get(key).id));
      return runs;
    }
  }

  private int takeOut(Backfill due, Instant now) {
    List<Long> ids = store.activeRuns(due.id, OUT_AT_ONCE);
    if (ids.isEmpty()) {
      store.move(due.id, Backfill.State.UNDOING, Backfill.State.UNDONE, now);
      return 1;
    }
    Map<String, Instant> people = new TreeMap<>();
    stores.enrollments.findAll(ids).forEach(run -> people.put(run.contact, now));
    stores.enrollments.lockContacts(people);
    List<Enrollment> inside =
        stores.enrollments.lock(ids).values().stream()
            .filter(run -> run.state == EnrollmentState.ACTIVE)
            .collect(Collectors.toList());
    RunBook book = books.get();
    book.note(inside);
    book.lockSteps(inside.stream().map(run -> run.id).collect(Collectors.toList()));
    Map<Long, Optional<SeriesVersion>> versions = new HashMap<>();
    for (Enrollment run : inside) {
      versions
          .computeIfAbsent(run.versionId, stores.versions::find)
          .ifPresent(v -> EndRun.exit(book, run, v, ReasonCode.BACKFILL_UNDONE, now));
    }
    book.write(now);
    return ids.size();
  }
}
