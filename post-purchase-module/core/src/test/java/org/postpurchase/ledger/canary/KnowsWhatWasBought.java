package org.postpurchase.ledger.canary;

import org.postpurchase.order.OrderFact;

final class KnowsWhatWasBought {
  OrderFact fact = OrderFact.SUBMITTED;
}
