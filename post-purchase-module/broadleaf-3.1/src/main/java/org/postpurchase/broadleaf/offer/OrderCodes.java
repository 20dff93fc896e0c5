package org.postpurchase.broadleaf.offer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.shared.EmailAddress;

/** Which codes a host order carries, and who wants to use them. */
final class OrderCodes {
  private OrderCodes() {}

  /** The codes that the shopper has added; asks the database only what the host asks as well. */
  static List<OfferCode> of(Order order) {
    List<OfferCode> added = order == null ? null : order.getAddedOfferCodes();
    return added == null ? Collections.emptyList() : added;
  }

  static List<String> texts(Order order) {
    List<String> texts = new ArrayList<>();
    for (OfferCode code : of(order)) {
      if (code.getOfferCode() != null) {
        texts.add(code.getOfferCode());
      }
    }
    return texts;
  }

  /** A guest is known by the e-mail address of the order, a registered customer by his id too. */
  static Redeemer redeemer(Order order) {
    Customer customer = order.getCustomer();
    boolean registered = customer != null && customer.isRegistered();
    String contact = EmailAddress.keyOf(order.getEmailAddress());
    if (contact.isEmpty() && registered) {
      contact = EmailAddress.keyOf(customer.getEmailAddress());
    }
    return new Redeemer(
        order.getId() == null ? 0 : order.getId(), contact, registered ? customer.getId() : 0);
  }
}
