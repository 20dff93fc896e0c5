package org.postpurchase.occasion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host's carts. Joins the caller's transaction and changes nothing. */
public interface IdleCarts {
  /**
   * Carts with something in them and somebody to write to that were touched last between the two,
   * the first excluded; oldest first.
   *
   * @param most how many carts are read; fewer are answered, since most carts are nobody's
   */
  Stretch lastTouched(Instant after, Instant until, int most);

  /** When the first cart that was touched after that moment was touched last; empty for none. */
  Optional<Instant> firstTouched(Instant after);

  /**
   * What is in the carts now, by their ids; those that are gone, ordered, or have nothing in them
   * any more are left out. One statement for some hundred carts.
   */
  Map<Long, Content> contents(Collection<Long> cartIds);

  /** Carts of a stretch of time. */
  final class Stretch {
    public final List<IdleCart> carts;

    /** When the last cart that was read was touched; empty when there are no more than those. */
    public final Optional<Instant> cutOffAt;

    public Stretch(List<IdleCart> carts, Optional<Instant> cutOffAt) {
      this.carts = requireNonNull(carts, "carts");
      this.cutOffAt = requireNonNull(cutOffAt, "cutOffAt");
    }
  }

  /** A cart that nobody touches. */
  final class IdleCart {
    public final long cartId;
    final DueOccasion.Person person;
    final Instant touchedAt;

    public IdleCart(long cartId, DueOccasion.Person person, Instant touchedAt) {
      this.cartId = cartId;
      this.person = requireNonNull(person, "person");
      this.touchedAt = requireNonNull(touchedAt, "touchedAt");
    }
  }

  /** Names and quantities, in the order in which they were put in. */
  final class Content {
    final List<String> names;
    final Map<Long, Integer> goods;

    /** When it was touched last. */
    final Instant touchedAt;

    /**
     * @param goods quantities by product
     */
    public Content(List<String> names, Map<Long, Integer> goods, Instant touchedAt) {
      this.names = requireNonNull(names, "names");
      this.goods = requireNonNull(goods, "goods");
      this.touchedAt = requireNonNull(touchedAt, "touchedAt");
    }
  }
}
