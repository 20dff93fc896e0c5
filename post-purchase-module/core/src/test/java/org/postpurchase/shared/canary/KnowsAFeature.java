package org.postpurchase.shared.canary;

import org.postpurchase.order.OrderFact;

final class KnowsAFeature {
  OrderFact fact = OrderFact.SHIPPED;
}
