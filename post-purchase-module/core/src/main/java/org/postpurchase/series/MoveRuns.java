package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;

/**
 * Moves people who are inside a series to the version that others enter now; without it, each of
 * them keeps the version that he or she entered on.
 *
 * <p>What was sent stays sent and is not sent again. Steps that both versions have keep their time,
 * unless the new version counts it in another way. Steps that are not in the new version are
 * cancelled. Steps that are new in it are planned, but left out for whom their time has passed. The
 * reason is kept for each step that now never acts.
 *
 * <p>Joins the caller's transaction and locks the people first, in ascending order, as the engine
 * does. Whoever has been moved is not found again, so repeating it after a crash goes on with the
 * rest.
 */
public final class MoveRuns {
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final SeriesVersionStore versions;
  private final OrderLineStore lines;
  private final OrderReader orders;
  private final Triggers triggers;
  private final StepTiming timing;
  private final Supplier<RunBook> books;
  private final Clock clock;

  MoveRuns(
      SeriesEngine.Stores stores,
      SeriesEngine.Sources sources,
      Supplier<RunBook> books,
      StepTiming timing,
      Clock clock) {
    this.enrollments = stores.enrollments;
    this.executions = stores.executions;
    this.versions = stores.versions;
    this.lines = stores.lines;
    this.orders = sources.orders;
    this.triggers = sources.triggers;
    this.timing = timing;
    this.books = books;
    this.clock = clock;
  }

  /** Nobody was moved and nobody is left. */
  public static final Moved NOBODY = new Moved(0, OptionalLong.empty());

  /** What came of one batch. Immutable. */
  public static final class Moved {
    /** How many were moved. */
    public final int people;

    /** Pass it to the next call; empty when there is nobody after it. */
    public final OptionalLong after;

    Moved(int people, OptionalLong after) {
      this.people = people;
      this.after = after;
    }
  }

  /** How many people are inside on another version than the live one. */
  public int countWaiting(Series series) {
    return live(series)
        .map(version -> enrollments.countOnOtherVersions(series.id, version.id))
        .orElse(0);
  }

  /**
   * @param after 0 at first, then what the call before returned
   * @param limit how many people are looked at, in this transaction
   */
  public Moved move(Series series, long after, int limit) {
    Optional<SeriesVersion> live = live(series);
    if (!live.isPresent()) {
      return NOBODY;
    }
    SeriesVersion to = live.get();
    List<Enrollment> found = enrollments.activeOnOtherVersions(series.id, to.id, after, limit);
    int moved = found.isEmpty() ? 0 : move(found, to);
    return new Moved(
        moved,
        found.size() < limit
            ? OptionalLong.empty()
            : OptionalLong.of(found.get(found.size() - 1).id));
  }

  private Optional<SeriesVersion> live(Series series) {
    return series.status == SeriesStatus.DRAFT
        ? Optional.empty()
        : versions.find(series.id, series.liveVersion);
  }

  private int move(List<Enrollment> found, SeriesVersion to) {
    Instant now = clock.instant();
    Map<String, Instant> people = new TreeMap<>();
    found.forEach(run -> people.put(run.contact, now));
    enrollments.lockContacts(people);
    boolean aboutOrder =
        triggers.find(to.definition.trigger).map(t -> t.isAboutOrder()).orElse(false);
    List<Enrollment> runs =
        enrollments
            .lock(found.stream().map(run -> run.id).collect(Collectors.toList()))
            .values()
            .stream()
            .filter(run -> run.state == EnrollmentState.ACTIVE && run.versionId != to.id)
            .filter(run -> aboutOrder == (run.orderId != 0))
            .collect(Collectors.toList());
    RunBook book = books.get();
    book.note(runs);
    book.lockSteps(runs.stream().map(run -> run.id).collect(Collectors.toList()));
    Map<Enrollment, RunMove> moves = plan(runs, to, book, now);
    moves.forEach((run, move) -> note(run, to, move, book, now));
    write(moves, to, book, now);
    return moves.size();
  }

  private Map<Enrollment, RunMove> plan(
      List<Enrollment> runs, SeriesVersion to, RunBook book, Instant now) {
    Map<Enrollment, RunMove> moves = new LinkedHashMap<>();
    Facts facts = new Facts(runs);
    for (Enrollment run : runs) {
      Optional<SeriesVersion> from = versions.find(run.versionId);
      Optional<RunMove.Moments> moments = facts.of(run);
      if (from.isPresent() && moments.isPresent()) {
        moves.put(
            run,
            new RunMove(
                run, book.steps(run.id), from.get().definition, to.definition, moments.get(), now));
      }
    }
    return moves;
  }

  private static void note(
      Enrollment run, SeriesVersion to, RunMove move, RunBook book, Instant now) {
    for (StepExecution gone : move.gone) {
      ReasonCode why = ReasonCode.STEP_REMOVED;
      if (book.change(ExecutionChange.cancel(gone, why.name(), now))) {
        book.decide(
            new TouchDecision(
                EndRun.key(gone),
                move.touch(gone),
                run.orderId,
                Verdict.EXIT,
                why,
                now,
                OptionalLong.empty(),
                new TouchDecision.Place(run.id, gone.stepKey, run.contact),
                ""));
      }
    }
    move.moved.forEach((step, due) -> book.change(ExecutionChange.schedule(step, due)));
    for (Step late : move.late) {
      book.decide(
          new TouchDecision(
              "moved:" + run.id + ":" + to.id + ":" + late.key,
              late.touch(),
              run.orderId,
              Verdict.SKIP,
              ReasonCode.STEP_ADDED_LATE,
              now,
              OptionalLong.empty(),
              new TouchDecision.Place(run.id, late.key, run.contact),
              ""));
    }
    if (!move.leavesOpen()) {
      book.end(new RunEnd(run.id, EnrollmentState.COMPLETED, null, now));
    }
  }

  private void write(Map<Enrollment, RunMove> moves, SeriesVersion to, RunBook book, Instant now) {
    if (moves.isEmpty()) {
      return;
    }
    Map<Long, NewRun> added = new TreeMap<>();
    List<Long> unscheduled = new ArrayList<>();
    moves.forEach(
        (run, move) -> {
          NewRun steps = new NewRun("", to, new Enrollment.Person(run.contact, 0, 0), now);
          move.added.forEach(steps::plan);
          added.put(run.id, steps);
          move.unscheduled.forEach(step -> unscheduled.add(step.id));
        });
    List<Long> ids = moves.keySet().stream().map(run -> run.id).collect(Collectors.toList());
    book.write(now);
    executions.addAll(added);
    executions.unschedule(unscheduled);
    executions.place(to.definition.steps, ids);
    enrollments.moveTo(to.id, ids);
  }

  /** What the moments of the runs are counted from, read for all of them. */
  private final class Facts {
    private final Map<Long, OrderSnapshot> snapshots = new HashMap<>();
    private final Map<Long, List<OrderLineProgress>> progress = new HashMap<>();
    private final Map<Long, Moment> moments = new HashMap<>();

    Facts(Collection<Enrollment> runs) {
      Collection<Long> ids = new TreeSet<>();
      List<Enrollment> withoutOrder = new ArrayList<>();
      for (Enrollment run : runs) {
        if (run.orderId == 0) {
          withoutOrder.add(run);
        } else {
          ids.add(run.orderId);
        }
      }
      if (!ids.isEmpty()) {
        snapshots.putAll(orders.findAll(ids));
        progress.putAll(lines.readAll(ids));
      }
      if (!withoutOrder.isEmpty()) {
        moments.putAll(enrollments.momentsOf(withoutOrder));
      }
    }

    /** Empty when the order or the moment is gone: the run will end by itself. */
    Optional<RunMove.Moments> of(Enrollment run) {
      if (run.orderId == 0) {
        return Optional.ofNullable(moments.get(run.id))
            .map(moment -> step -> timing.firstDueAt(step, moment));
      }
      return Optional.ofNullable(snapshots.get(run.orderId))
          .map(
              order -> {
                OrderProgress now =
                    OrderProgress.of(
                        order, progress.getOrDefault(run.orderId, Collections.emptyList()));
                return step -> timing.firstDueAt(step, order, now, run.enteredAt);
              });
    }
  }
}
