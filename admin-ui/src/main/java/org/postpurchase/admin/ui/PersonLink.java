package org.postpurchase.admin.ui;

import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;

/**
 * Addresses of the page about one person, within the admin. Whether a user may open it is asked by
 * whoever shows the link, and once more by the page.
 */
public final class PersonLink {
  private static final String PEOPLE = "/post-purchase-people";

  private PersonLink() {}

  /** Of whoever placed the order. */
  public static String ofOrder(long orderId) {
    return PEOPLE + "/of-order/" + orderId;
  }

  public static String ofCustomer(long customerId) {
    return PEOPLE + "/c" + customerId;
  }

  /** Of the customer whose mailbox it is, else of the guest. */
  public static String ofMailbox(String mailbox) {
    try {
      return PEOPLE + "/guest?mailbox=" + URLEncoder.encode(mailbox, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
