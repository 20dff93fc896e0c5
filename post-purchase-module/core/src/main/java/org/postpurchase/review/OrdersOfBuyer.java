package org.postpurchase.review;

import java.util.List;

/** Which orders a customer of the host has placed. Reads only. */
public interface OrdersOfBuyer {
  /** Ids of the newest ones that were not cancelled, the newest first. */
  List<Long> newest(long customerId, int most);
}
