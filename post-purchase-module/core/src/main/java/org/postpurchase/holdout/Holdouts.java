package org.postpurchase.holdout;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.shared.KeptBriefly;

/**
 * Who is held back from which series. The comparisons are read once in ten seconds and node, so a
 * change is in force everywhere after that time. Safe for concurrent use.
 */
public class Holdouts {
  /** A shop that compares nothing. */
  public static final Holdouts NONE = new Holdouts();

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final HoldoutStore store;
  private final KeptBriefly<List<Holdout>> kept;

  private Holdouts() {
    store = null;
    kept = null;
  }

  public Holdouts(HoldoutStore store, Clock clock) {
    this.store = requireNonNull(store, "store");
    kept = new KeptBriefly<>(KEPT, clock, store::all);
  }

  /** All comparisons, the ended ones too. Joins the caller's transaction. */
  List<Holdout> all() {
    return kept == null ? Collections.<Holdout>emptyList() : kept.get();
  }

  void forget() {
    if (kept != null) {
      kept.forget();
    }
  }

  /**
   * The group of somebody whom the series would write to now; empty when nobody is held back from
   * it, or the person entered before that began.
   *
   * @param contact key of the mailbox
   * @param at from when on orders count
   */
  public Optional<Holdout.Place> place(
      long seriesId, String contact, Instant enteredAt, Instant at) {
    for (Holdout each : all()) {
      boolean concerns = each.seriesId == seriesId && each.isRunning();
      if (concerns && !enteredAt.isBefore(each.startedAt)) {
        return Optional.of(each.place(contact, at));
      }
    }
    return Optional.empty();
  }

  /** To be called in the transaction in which they enter, or do not. */
  public void note(Collection<Holdout.Place> places) {
    if (!places.isEmpty()) {
      store.note(places);
    }
  }

  /** Those in which an order of that moment can count. */
  List<Holdout> counting(Instant orderedAt) {
    return all().stream()
        .filter(each -> each.startedAt.isBefore(orderedAt))
        .filter(each -> each.isRunning() || orderedAt.isBefore(each.endedAt.plus(Effect.WINDOW)))
        .collect(Collectors.toList());
  }
}
