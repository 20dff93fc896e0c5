package org.postpurchase.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.order.EventSource;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.PlacedOrder;
import org.postpurchase.order.PlacedOrders;

/** One walk of {@link TrySeries} through the orders of a time span. */
final class TrialRun {
  private static final int PAGE = 500;
  private static final int ORDERS_MAX = 50_000;
  private static final List<OrderFact> FACTS =
      Collections.unmodifiableList(
          Arrays.asList(
              OrderFact.SUBMITTED, OrderFact.SHIPPED, OrderFact.DELIVERED, OrderFact.CANCELLED));

  private final TrySeries sources;
  private final SeriesDefinition draft;
  private final OrderTrigger trigger;
  private final Instant now;
  private final StepTiming timing;
  private final Trial trial;
  private final List<Happened> happenings = new ArrayList<>();
  private final Map<String, List<OrderSnapshot>> ofPerson = new HashMap<>();
  private final Map<String, List<Enrollment>> runs = new HashMap<>();
  private final Map<Long, String> keys = new HashMap<>();

  TrialRun(TrySeries sources, SeriesDefinition draft, OrderTrigger trigger, Instant now) {
    this.sources = sources;
    this.timing = new StepTiming(sources.shop);
    this.draft = draft;
    this.trigger = trigger;
    this.now = now;
    trial = new Trial(draft, sources.shop.get().zone);
  }

  private void read(Instant from) {
    PlacedOrders.Pages pages = sources.orders.newestFirst(from, now);
    List<PlacedOrder> page = pages.next(PAGE);
    while (!page.isEmpty() && trial.orders < ORDERS_MAX) {
      page(page);
      trial.orders += page.size();
      page = pages.next(PAGE);
    }
    trial.isCut = !page.isEmpty();
    happenings.sort((a, b) -> a.at.compareTo(b.at));
  }

  private void page(List<PlacedOrder> page) {
    Set<Long> ids = page.stream().map(p -> p.order.orderId).collect(Collectors.toSet());
    Map<Long, List<OrderLineProgress>> known = sources.lines.readAll(new TreeSet<>(ids));
    Map<Long, List<Instant>> earlier =
        draft.entry.asksForNumber()
            ? sources.history.earlierOf(
                page.stream().map(p -> p.order).collect(Collectors.toList()))
            : Collections.emptyMap();
    for (PlacedOrder placed : page) {
      OrderSnapshot order = placed.order;
      OrderProgress progress =
          OrderProgress.of(order, known.getOrDefault(order.orderId, Collections.emptyList()));
      ofPerson.computeIfAbsent(FactRound.contact(order), c -> new ArrayList<>()).add(order);
      happened(order, progress)
          .map(
              at ->
                  new Happened(
                      placed,
                      progress,
                      at,
                      earlier.getOrDefault(order.orderId, Collections.emptyList()).size() + 1))
          .ifPresent(happenings::add);
    }
  }

  private Optional<Instant> happened(OrderSnapshot order, OrderProgress progress) {
    for (OrderFact fact : FACTS) {
      Instant at = trigger.facts().contains(fact) ? at(fact, order, progress) : null;
      if (at != null) {
        OrderEvent event =
            new OrderEvent(
                OrderEvent.statusKey(order.orderId, fact, 1),
                order.orderId,
                fact,
                "",
                EventSource.HOST_STATUS,
                at);
        if (trigger.happened(event, progress)) {
          return Optional.of(at);
        }
      }
    }
    return Optional.empty();
  }

  private Instant at(OrderFact fact, OrderSnapshot order, OrderProgress progress) {
    switch (fact) {
      case SUBMITTED:
        return order.submittedAt;
      case SHIPPED:
        return progress.shippedAt().orElse(null);
      case DELIVERED:
        return progress.deliveredAt().orElse(null);
      default:
        return order.state == OrderState.CANCELLED ? order.submittedAt : null;
    }
  }

  Trial go(int days) {
    read(now.minus(Duration.ofDays(days)));
    happenings.forEach(this::consider);
    return trial;
  }

  private void consider(Happened what) {
    trial.considered++;
    OrderSnapshot order = what.placed.order;
    String contact = FactRound.contact(order);
    List<Enrollment> before = runs.computeIfAbsent(contact, c -> new ArrayList<>());
    before.replaceAll(run -> asOf(run, what.at));
    Optional<ReasonCode> objection = objection(what, before);
    Set<Long> products = Collections.emptySet();
    if (!objection.isPresent() && draft.reEntry == ReEntry.EACH_PRODUCT) {
      List<String> told = before.stream().map(run -> keys.get(run.id)).collect(Collectors.toList());
      products = MayEnter.newProducts(draft.entry.wantedProducts(order), told);
      objection = products.isEmpty() ? Optional.of(ReasonCode.ALREADY_ENROLLED) : Optional.empty();
    }
    if (objection.isPresent()) {
      trial.notEntered.merge(objection.get(), 1, Integer::sum);
      return;
    }
    trial.entered++;
    Instant end = steps(what, contact);
    long id = trial.entered;
    keys.put(id, products.isEmpty() ? "" : MayEnter.productsKey(products));
    before.add(
        new Enrollment(
            id,
            0,
            0,
            new Enrollment.Person(contact, order.customerId, order.orderId),
            EnrollmentState.ACTIVE,
            null,
            what.at,
            end));
  }

  /** Runs end with their last step. */
  private Enrollment asOf(Enrollment run, Instant moment) {
    boolean over = !run.endedAt.isAfter(moment);
    return new Enrollment(
        run.id,
        0,
        0,
        new Enrollment.Person(run.contact, run.customerId, run.orderId),
        over ? EnrollmentState.COMPLETED : EnrollmentState.ACTIVE,
        null,
        run.enteredAt,
        run.endedAt);
  }

  private Optional<ReasonCode> objection(Happened what, List<Enrollment> before) {
    OrderSnapshot order = what.placed.order;
    if (!DecideStep.isUsable(order.email)) {
      return Optional.of(ReasonCode.NO_USABLE_ADDRESS);
    }
    Optional<ReasonCode> unfit = trigger.unfit(order, new KnownBefore(what.placed));
    if (unfit.isPresent()) {
      return unfit;
    }
    Optional<ReasonCode> other = draft.entry.objection(order, o -> what.number);
    return other.isPresent() ? other : MayEnter.objection(draft, before, what.at);
  }

  /** When the last step is over. */
  private Instant steps(Happened what, String contact) {
    OrderSnapshot order = what.placed.order;
    Map<String, Instant> chosen = new HashMap<>();
    Map<String, ReasonCode> ways = new HashMap<>();
    Instant end = what.at;
    for (Step step : draft.steps) {
      Instant due = due(step, what, chosen, ways);
      ReasonCode stopped = due == null ? null : stopped(step, order, contact, due);
      if (stopped == null && order.isPlaced() && Trial.isToCome(step, due, now)) {
        trial.comes(order.orderId, what.at);
      }
      if (!step.isBranch() && due != null && !due.isAfter(now) && stopped == null) {
        trial.told(step, contact, order.number, due);
        if (step.givesReward()) {
          trial.step(step).gave(order.totals);
        }
      }
      if (step.isBranch() && due != null && !step.off) {
        boolean yes =
            !step.condition.asksWhatHappened()
                && !step.filter.objection(order, o -> what.number).isPresent();
        chosen.put(step.key, due);
        ways.put(step.key, yes ? ReasonCode.BRANCH_YES : ReasonCode.BRANCH_NO);
      } else if (!step.isBranch()) {
        trial.step(step).count(due, stopped, now, trial);
      }
      end = due != null && due.isAfter(end) ? due : end;
    }
    return end;
  }

  private Instant due(
      Step step, Happened what, Map<String, Instant> chosen, Map<String, ReasonCode> ways) {
    if (step.anchor == Anchor.BRANCH) {
      ReasonCode way = ways.get(step.conditionStep);
      boolean taken = way != null && way.name().equals(step.condition.name());
      return taken ? chosen.get(step.conditionStep).plus(step.delay()) : null;
    }
    if (step.waiting.goal && step.awaits()) {
      return null;
    }
    Instant due = timing.firstDueAt(step, what.placed.order, what.progress, what.at).orElse(null);
    return due != null && due.isBefore(what.at) ? what.at : due;
  }

  private ReasonCode stopped(Step step, OrderSnapshot order, String contact, Instant due) {
    if (order.state == OrderState.CANCELLED && draft.exits.contains(ExitRule.ORDER_CANCELLED)) {
      return ReasonCode.ORDER_CANCELLED;
    }
    boolean again =
        step.isMarketing()
            && draft.exits.contains(ExitRule.ORDERED_AGAIN)
            && ofPerson.get(contact).stream()
                .filter(other -> other.isPlaced() && other.orderId != order.orderId)
                .anyMatch(
                    other ->
                        other.submittedAt.isAfter(order.submittedAt)
                            && other.submittedAt.isBefore(due));
    if (again) {
      return ReasonCode.ORDERED_AGAIN;
    }
    if (step.off) {
      return ReasonCode.STEP_OFF;
    }
    return step.filter.isAny() ? null : step.filter.objection(order, o -> 0).orElse(null);
  }

  /** The trigger has been pulled by an order. */
  private static final class Happened {
    final PlacedOrder placed;
    final OrderProgress progress;
    final Instant at;
    final int number;

    Happened(PlacedOrder placed, OrderProgress progress, Instant at, int number) {
      this.placed = placed;
      this.progress = progress;
      this.at = at;
      this.number = number;
    }
  }
}
