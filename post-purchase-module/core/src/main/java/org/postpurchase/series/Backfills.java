package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.shared.Transactions;

/**
 * Lets buyers of the past into a series, on a merchant's word and never by itself.
 *
 * <p>They are counted first, without any change; the merchant types that number. People enter a few
 * at a time, and each step keeps the moment that it would have had: what that moment has passed for
 * is never sent. The engine decides on what is left as on any other step: consent, exits, quiet
 * hours and the contact budget hold. Until it is sent, all of it can be taken back.
 *
 * <p>Confirming twice begins it once. Methods have their own transactions.
 */
public final class Backfills {
  /** How many people may enter in an hour, as merchants choose. */
  public static final List<Integer> PER_HOUR =
      Collections.unmodifiableList(Arrays.asList(60, 300, 1200));

  private final BackfillStore store;
  private final SeriesCatalog catalog;
  private final TrySeries trial;
  private final Transactions transactions;
  private final Clock clock;

  public Backfills(
      BackfillStore store,
      SeriesCatalog catalog,
      TrySeries trial,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.trial = trial;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What came of confirming. */
  public enum Outcome {
    BEGUN,
    /** No order begins the series, or it is not active. */
    NOT_POSSIBLE,
    NOBODY,
    /** The number that was typed is not the number of people now. */
    OTHER_NUMBER,
    /** Another one of this series goes on. */
    GOES_ON
  }

  /**
   * How many orders of the last days would enter with something still to come; empty when no order
   * begins the series or it is not active. Reads all orders of the days.
   */
  public Optional<Integer> count(long seriesId, int days) {
    return comers(seriesId, days).map(Map::size);
  }

  private Optional<Map<Long, Instant>> comers(long seriesId, int days) {
    return catalog
        .find(seriesId)
        .filter(series -> series.status == SeriesStatus.ACTIVE)
        .flatMap(series -> trial.run(series.draft, days))
        .map(Trial::comers);
  }

  /**
   * Begins.
   *
   * @param typed the number that the merchant has typed, which must be the one counted now
   * @param perHour one of {@link #PER_HOUR}
   * @param actor login of the merchant
   * @param record is run in the transaction that begins it, and only then
   */
  public Outcome begin(
      long seriesId, int days, int typed, int perHour, String actor, Runnable record) {
    Optional<Map<Long, Instant>> found = comers(seriesId, days);
    if (!found.isPresent() || !PER_HOUR.contains(perHour)) {
      return Outcome.NOT_POSSIBLE;
    }
    Map<Long, Instant> orders = found.get();
    if (orders.isEmpty()) {
      return Outcome.NOBODY;
    }
    if (orders.size() != typed) {
      return Outcome.OTHER_NUMBER;
    }
    Backfill.Size size = new Backfill.Size(orders.size(), perHour);
    return transactions.call(
        () -> {
          if (!store.add(seriesId, size, orders, actor, clock.instant()).isPresent()) {
            return Outcome.GOES_ON;
          }
          record.run();
          return Outcome.BEGUN;
        });
  }

  /** Nobody enters any more; false when it does not go on. */
  public boolean stop(long id) {
    return transactions.call(
        () -> store.move(id, Backfill.State.RUNNING, Backfill.State.STOPPED, clock.instant()));
  }

  /** Takes out whoever is inside, with everything that is not sent; false when that was done. */
  public boolean undo(long id) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          return store.move(id, Backfill.State.RUNNING, Backfill.State.UNDOING, now)
              || store.move(id, Backfill.State.STOPPED, Backfill.State.UNDOING, now)
              || store.move(id, Backfill.State.DONE, Backfill.State.UNDOING, now);
        });
  }

  public BackfillStore store() {
    return store;
  }
}
