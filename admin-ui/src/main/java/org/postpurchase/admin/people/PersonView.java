package org.postpurchase.admin.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.admin.ui.Amounts;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.people.Glance;
import org.postpurchase.people.Identity;
import org.postpurchase.people.PlacedOrder;

/** Plain values of the head of a person's page. */
final class PersonView {
  private final Identity person;
  private final Glance glance;
  private final Locale locale;
  private final Moments moments;

  /** Empty without a tier. */
  public final String tier;

  PersonView(Identity person, Glance glance, String tier, Moments moments, Locale locale) {
    this.person = person;
    this.glance = glance;
    this.tier = tier;
    this.moments = moments;
    this.locale = locale;
  }

  /** The page's own address within the admin, without parameters. */
  static String path(long customerId) {
    return "/" + PeopleController.SECTION + (customerId > 0 ? "/c" + customerId : "/guest");
  }

  public String getPath() {
    return path(person.ref.customerId);
  }

  public long getCustomerId() {
    return person.ref.customerId;
  }

  /** Empty for a customer whose account has no address. */
  public String getMailbox() {
    return person.ref.mailbox;
  }

  public boolean isGuest() {
    return person.ref.customerId == 0;
  }

  /** The name, else the address, else the number. */
  public String getName() {
    if (!person.name.isEmpty()) {
      return person.name;
    }
    return person.email.isEmpty() ? "#" + person.ref.customerId : person.email;
  }

  /** One or two letters for the round badge. */
  public String getInitials() {
    StringBuilder initials = new StringBuilder();
    for (String part : getName().split("[\\s@.]+")) {
      if (!part.isEmpty() && initials.length() < 2) {
        initials.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
      }
    }
    return initials.toString();
  }

  public String getEmail() {
    return person.email;
  }

  public String getPhone() {
    return person.phone;
  }

  public int getOrders() {
    return (int) person.orders.stream().filter(order -> !order.cancelled).count();
  }

  /** Ordered and not cancelled, one amount for each currency. */
  public List<String> getMoney() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (PlacedOrder order : person.orders) {
      if (!order.cancelled) {
        sums.merge(order.currency, order.total, BigDecimal::add);
      }
    }
    List<String> money = new ArrayList<>();
    sums.forEach((currency, sum) -> money.add(Amounts.of(sum, currency, locale)));
    return money;
  }

  public String getLastOrder() {
    return person.orders.isEmpty() ? "" : moments.of(person.orders.get(0).placedAt);
  }

  public List<String> getOtherMailboxes() {
    return new ArrayList<>(person.otherMailboxes);
  }

  public String getConsent() {
    return glance.consent;
  }

  public String getSuppressed() {
    return glance.suppressed;
  }

  public List<String> getSegments() {
    return glance.segments();
  }

  public int getOpenCases() {
    return glance.openCases;
  }

  public int getReviews() {
    return glance.reviews;
  }

  public int getFriends() {
    return glance.friends;
  }

  public long getAccountId() {
    return glance.accountId;
  }
}
