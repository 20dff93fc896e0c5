package org.postpurchase.broadleaf.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.broadleaf.referral.FriendWay;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.FriendCodes;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.reward.RewardCode;
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
    return FriendCodes.among(texts).size() > 1 ? typedFirst(texts, FriendWay.ofLink()) : texts;
  }

  /** What a friend has typed goes before what the browser has kept of a link. */
  static List<String> typedFirst(List<String> codes, Optional<String> ofLink) {
    List<String> sorted = new ArrayList<>(codes);
    sorted.sort(Comparator.comparing(code -> isOf(ofLink, code))); // stable
    return sorted;
  }

  private static boolean isOf(Optional<String> ofLink, String code) {
    return ofLink.isPresent() && FriendCode.of(code).equals(ofLink);
  }

  /** Those that can be codes of one person: no advocate's. */
  static List<String> personal(List<String> codes) {
    List<String> personal = new ArrayList<>(codes);
    personal.removeIf(code -> FriendCode.of(code).isPresent());
    return personal;
  }

  /** In which form codes are compared, however they are shown. */
  static String form(String code) {
    return FriendCode.of(code).orElseGet(() -> RewardCode.normalised(code));
  }

  /** The same order for codes of advocates. */
  static FriendCodes.Friend friend(Order order) {
    Redeemer redeemer = redeemer(order);
    return new FriendCodes.Friend(
            redeemer.orderId, redeemer.contact, redeemer.customerId, merchandise(order))
        .in(order.getCurrency() == null ? "" : order.getCurrency().getCurrencyCode());
  }

  /** Before discounts of any kind, so that a code does not take away its own condition. */
  private static BigDecimal merchandise(Order order) {
    if (order.getSubTotal() == null || order.getOrderItems() == null) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (OrderItem item : order.getOrderItems()) {
      Money price = item.getTotalPriceBeforeAdjustments(true);
      sum = price == null ? sum : sum.add(price.getAmount());
    }
    return sum.max(order.getSubTotal().getAmount());
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
