package org.postpurchase.broadleaf.offer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.broadleafcommerce.common.classloader.release.ThreadLocalManager;
import org.broadleafcommerce.core.offer.domain.Offer;

/**
 * Which offers the order being priced by this thread gets no discount from. The host asks for
 * filters without saying for which order; pricing runs on one thread from beginning to end.
 */
public final class UnusableOffers {
  private final ThreadLocal<Verdict> current =
      ThreadLocalManager.createThreadLocal(Verdict.class, false);

  /**
   * @param more asked once, and only when the host has offers to apply
   */
  void remember(Long orderId, Collection<Long> offerIds, Supplier<Set<Long>> more) {
    current.set(new Verdict(orderId, offerIds, more));
  }

  void forget() {
    current.set(null); // not remove(): the host's registry would note us again each time
  }

  /** Takes the remembered offers out of the list. */
  void removeFrom(List<Offer> offers) {
    Verdict verdict = current.get();
    if (verdict != null && !offers.isEmpty()) {
      Set<Long> unusable = verdict.all();
      offers.removeIf(offer -> unusable.contains(offer.getId()));
    }
  }

  /** The same, provided that they were remembered for this order. */
  void removeFrom(List<Offer> offers, Long orderId) {
    Verdict verdict = current.get();
    if (verdict != null && verdict.orderId != null && verdict.orderId.equals(orderId)) {
      removeFrom(offers);
    }
  }

  private static final class Verdict {
    final Long orderId;
    private final Set<Long> offerIds;
    private Supplier<Set<Long>> more;

    Verdict(Long orderId, Collection<Long> offerIds, Supplier<Set<Long>> more) {
      this.orderId = orderId;
      this.offerIds = new HashSet<>(offerIds);
      this.more = more;
    }

    Set<Long> all() {
      if (more != null) {
        offerIds.addAll(more.get());
        more = null;
      }
      return offerIds;
    }
  }
}
