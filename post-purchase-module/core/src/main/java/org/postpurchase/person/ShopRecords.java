package org.postpurchase.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Orders and accounts as the shop has them now. Joins the caller's transaction and changes nothing;
 * the number of statements does not depend on how many are asked for.
 */
public interface ShopRecords {
  /** Those of the orders that were ever placed, in no particular sequence. */
  List<Buy> buys(Collection<Long> orderIds);

  /** Orders that were ever placed, by ascending id. */
  List<Long> placedAfter(long orderId, int limit);

  /** How many orders {@link #placedAfter} goes through from the beginning, about. */
  long placedCount();

  /** Those of the customers that have an account, by id. */
  Map<Long, Account> accounts(Collection<Long> customerIds);

  /** Customers with an account, by ascending id. */
  List<Long> accountsAfter(long customerId, int limit);

  /** The highest id of a customer with an account; 0 without any. */
  long lastAccount();

  /** All orders that the person placed: the account's, and those of guests with the mailbox. */
  List<Long> ordersOf(PersonRef person);
}
