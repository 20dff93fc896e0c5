package org.postpurchase.broadleaf.offer;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.config.LoyaltyParts;
import org.postpurchase.broadleaf.order.HookFailureLog;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.Tiers;
import org.springframework.beans.factory.ObjectFactory;

/**
 * Which offers of the host an order may not have because its buyer stands on too low a tier. One
 * statement while no offer is bound to a tier. When standings cannot be read, nobody gets such an
 * offer.
 */
public class TierOffers {
  private final HookFailureLog failures =
      new HookFailureLog(
          TierOffers.class,
          "find out who may have the offers of a tier",
          "The order is priced without the offers that are bound to tiers.");

  private final ObjectFactory<LoyaltyParts> loyalty;

  public TierOffers(ObjectFactory<LoyaltyParts> loyalty) {
    this.loyalty = loyalty;
  }

  Set<Long> withheldFrom(Order order) {
    Set<Long> bound = bound();
    if (bound.isEmpty()) {
      return bound;
    }
    try {
      return withheld(bound, order);
    } catch (RuntimeException failure) {
      failures.log(failure);
      return bound;
    }
  }

  /**
   * The codes of a cart that give nothing because their offer is for members of a tier that the
   * buyer has not reached, each with the name of the lowest such tier. For pages: empty when we
   * cannot tell.
   */
  public Map<String, String> membersOnly(Order cart) {
    try {
      List<OfferCode> codes = OrderCodes.of(cart);
      Set<Long> bound =
          codes.isEmpty() ? Collections.emptySet() : loyalty.getObject().getOffersOfTiers();
      Set<Long> withheld = bound.isEmpty() ? bound : withheld(bound, cart);
      return withheld.isEmpty()
          ? Collections.emptyMap()
          : loyalty
              .getObject()
              .tiersInHooks
              .policy()
              .map(policy -> named(codes, withheld, policy))
              .orElse(Collections.emptyMap());
    } catch (RuntimeException failure) {
      failures.log(failure);
      return Collections.emptyMap();
    }
  }

  private static Map<String, String> named(
      List<OfferCode> codes, Set<Long> withheld, TierPolicy policy) {
    Map<String, String> named = new LinkedHashMap<>();
    for (OfferCode code : codes) {
      Long offer = code.getOffer().getId();
      if (code.getOfferCode() != null && withheld.contains(offer)) {
        policy.tiers.stream()
            .filter(tier -> tier.benefits.offerIds.contains(offer))
            .findFirst()
            .ifPresent(tier -> named.put(code.getOfferCode(), tier.name));
      }
    }
    return named;
  }

  /** The host's pricing never fails because of us: then it is as if no offer were bound. */
  private Set<Long> bound() {
    try {
      return loyalty.getObject().getOffersOfTiers();
    } catch (RuntimeException failure) {
      failures.log(failure);
      return Collections.emptySet();
    }
  }

  private Set<Long> withheld(Set<Long> bound, Order order) {
    Set<Long> withheld = new HashSet<>(bound);
    withheld.removeAll(granted(OrderCodes.redeemer(order)));
    return withheld;
  }

  private Set<Long> granted(Redeemer buyer) {
    Set<Long> granted = new HashSet<>();
    if (buyer.customerId > 0) {
      String owner = Owners.ofCustomer(buyer.customerId);
      Optional<Tiers.View> view = loyalty.getObject().tiersInHooks.at(owner);
      view.ifPresent(
          v -> {
            List<Tier> reached = v.reached();
            reached.forEach(tier -> granted.addAll(tier.benefits.offerIds));
          });
    }
    return granted;
  }
}
