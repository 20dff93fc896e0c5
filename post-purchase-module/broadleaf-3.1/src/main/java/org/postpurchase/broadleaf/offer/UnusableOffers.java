package org.postpurchase.broadleaf.offer;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadleafcommerce.common.classloader.release.ThreadLocalManager;
import org.broadleafcommerce.core.offer.domain.Offer;

/**
 * Which offers the order being priced by this thread gets no discount from. The host asks for
 * filters without saying for which order; pricing runs on one thread from beginning to end.
 */
public final class UnusableOffers {
  private final ThreadLocal<Verdict> current =
      ThreadLocalManager.createThreadLocal(Verdict.class, false);

  void remember(Long orderId, Collection<Long> offerIds) {
    if (offerIds.isEmpty()) {
      forget();
    } else {
      current.set(new Verdict(orderId, new HashSet<>(offerIds)));
    }
  }

  void forget() {
    current.set(null); // not remove(): the host's registry would note us again each time
  }

  /** Takes the remembered offers out of the list. */
  void removeFrom(List<Offer> offers) {
    Set<Long> unusable = current.get() == null ? Collections.emptySet() : current.get().offerIds;
    if (!unusable.isEmpty()) {
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
    final Set<Long> offerIds;

    Verdict(Long orderId, Set<Long> offerIds) {
      this.orderId = orderId;
      this.offerIds = offerIds;
    }
  }
}
