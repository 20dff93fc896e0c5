package org.postpurchase.order.canary;

import org.postpurchase.order.jdbc.OrderJdbcModule;

final class KnowsItsStore {
  Class<?> store = OrderJdbcModule.class;
}
