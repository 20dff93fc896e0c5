package org.postpurchase.messaging.canary;

import org.postpurchase.order.OrderFact;

final class KnowsOrders {
  OrderFact fact = OrderFact.SHIPPED;
}
