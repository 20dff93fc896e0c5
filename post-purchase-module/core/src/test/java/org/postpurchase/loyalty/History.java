package org.postpurchase.loyalty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.LoyaltyWorld;
import org.postpurchase.testkit.OrderFixture;

/**
 * A random history of one customer of a shop, and of guests some of whom turn out to be that
 * customer: rules, orders around the end of a month, and what became of them.
 */
final class History {
  static final long CUSTOMER = 71;
  static final Instant BEGIN = Instant.parse("2026-03-20T09:00:00Z");

  /** When the customer pays an order with points of the first one. */
  static final Instant SPENT_AT = Instant.parse("2026-03-26T12:00:00Z");

  final ShortfallPolicy shortfall;
  final long perOrder;
  final long perCustomer;
  final int percent;
  final long firstOrder;
  final long spent;
  final List<Purchase> purchases = new ArrayList<>();
  private final Random random;

  History(long seed) {
    random = new Random(seed);
    shortfall = ShortfallPolicy.values()[random.nextInt(2)];
    perOrder = random.nextInt(3) == 0 ? 20 + random.nextInt(60) : 0;
    perCustomer = random.nextInt(2) == 0 ? 30 + random.nextInt(120) : 0;
    percent = random.nextInt(2) == 0 ? 100 : 125 + random.nextInt(200);
    firstOrder = random.nextInt(2) == 0 ? 50 + random.nextInt(200) : 0;
    boolean[] claimed = {random.nextBoolean(), random.nextBoolean()};
    purchases.add(new Purchase(1, -1, BEGIN));
    int orders = 2 + random.nextInt(4);
    for (int i = 2; i <= orders; i++) {
      int guest = random.nextInt(3) - 1;
      Purchase purchase =
          new Purchase(i, guest, SPENT_AT.plus(Duration.ofMinutes(1 + random.nextInt(14_000))));
      purchase.claimed = guest >= 0 && claimed[guest];
      purchases.add(purchase);
    }
    for (Purchase purchase : purchases) {
      become(purchase);
    }
    long earned = purchases.get(0).goods() / 100;
    boolean pays = second().guest < 0 && !second().edited && random.nextBoolean();
    long most =
        Math.min(Math.min(earned, second().goods()), perCustomer == 0 ? earned : perCustomer);
    most = perOrder == 0 ? most : Math.min(most, perOrder);
    spent = pays ? 1 + random.nextInt((int) most) : 0;
  }

  private void become(Purchase p) {
    p.delivered = p.id == 1 || random.nextInt(3) > 0;
    int fate = random.nextInt(6);
    if (fate == 0) {
      p.cancelled = true;
    } else if (fate == 1 && p.id != 1) {
      p.cancelled = true;
      p.againAt = p.placedAt.plus(Duration.ofMinutes(1 + random.nextInt(5_000)));
    } else if (fate == 2) {
      p.refunded = 1 + random.nextInt((int) (p.goods() + p.shipping));
      p.refunded = random.nextInt(4) == 0 ? p.goods() + p.shipping : p.refunded;
    } else if (fate == 3 && p.id != 1) {
      for (int i = 0; i < p.left.length; i++) {
        p.left[i] = random.nextInt(p.quantity[i] + 1);
      }
      p.edited = true;
    }
    for (int i = 0; i < p.quantity.length && fate != 0 && fate != 3; i++) {
      p.returned[i] = random.nextInt(3) == 0 ? random.nextInt(p.quantity[i] + 1) : 0;
    }
  }

  private Purchase second() {
    return purchases.get(1);
  }

  List<EarningRule> rules() {
    List<EarningRule> rules = new ArrayList<>();
    EarningRule.Limits limits =
        new EarningRule.Limits(null, null, perOrder, perCustomer, EarningRule.Period.MONTH);
    rules.add(LoyaltyWorld.rule(1, EarningRuleTypes.SPEND, "EUR=1", 0, 0, limits));
    EarningRule.Limits none = EarningRule.Limits.NONE;
    if (percent > 100) {
      rules.add(LoyaltyWorld.rule(2, EarningRuleTypes.MULTIPLY, "", 0, percent, none));
    }
    if (firstOrder > 0) {
      rules.add(LoyaltyWorld.rule(3, EarningRuleTypes.FIRST_ORDER, "", firstOrder, 0, none));
    }
    return rules;
  }

  @Override
  public String toString() {
    return shortfall
        + " perOrder="
        + perOrder
        + " perCustomer="
        + perCustomer
        + " percent="
        + percent
        + " firstOrder="
        + firstOrder
        + " spent="
        + spent
        + purchases;
  }

  /** One order and its fate. */
  final class Purchase {
    final long id;

    /** Which guest ordered; -1 for the customer. */
    final int guest;

    final Instant placedAt;
    final int[] quantity;
    final long[] total;
    final int[] left;
    final int[] returned;
    final long shipping;
    boolean claimed;
    boolean delivered;
    boolean cancelled;
    boolean edited;
    Instant againAt;
    long refunded;

    Purchase(long id, int guest, Instant placedAt) {
      this.id = id;
      this.guest = guest;
      this.placedAt = placedAt;
      int lines = 1 + random.nextInt(3);
      quantity = new int[lines];
      total = new long[lines];
      for (int i = 0; i < lines; i++) {
        quantity[i] = 1 + random.nextInt(3);
        total[i] = (id == 1 ? 5_000 : 1) + random.nextInt(6_000);
      }
      left = quantity.clone();
      returned = new int[lines];
      shipping = random.nextBoolean() ? 490 : 0;
    }

    @Override
    public String toString() {
      return "\n#"
          + id
          + " guest="
          + guest
          + (claimed ? " claimed" : "")
          + " at "
          + placedAt
          + " again "
          + againAt
          + " units="
          + Arrays.toString(quantity)
          + " coins="
          + Arrays.toString(total)
          + " left="
          + Arrays.toString(left)
          + " returned="
          + Arrays.toString(returned)
          + " shipping="
          + shipping
          + " refunded="
          + refunded
          + (delivered ? " delivered" : "")
          + (cancelled ? " cancelled" : "")
          + (edited ? " edited" : "");
    }

    long goods() {
      long sum = 0;
      for (long each : total) {
        sum += each;
      }
      return sum;
    }

    long line(int i) {
      return id * 10 + i;
    }

    Instant arrivedAt() {
      return placedAt.plus(Duration.ofDays(2));
    }

    boolean isCustomers() {
      return guest < 0 || claimed;
    }

    /** The order as the host has it, before or after it was changed there. */
    OrderFixture at(Instant submitted, OrderState state, boolean afterChange) {
      OrderFixture order = OrderFixture.order(id).submittedAt(submitted).state(state);
      if (guest < 0) {
        order.registered().customer(CUSTOMER).email("ada@example.com");
      } else {
        String[] spellings = {"Karl@b\u00fccher.example", "karl@XN--bcher-kva.example"};
        String mailbox = guest == 0 ? spellings[(int) (id % 2)] : "eve@example.com";
        order.customer(900 + id).email(mailbox);
      }
      for (int i = 0; i < quantity.length; i++) {
        int units = afterChange ? left[i] : quantity[i];
        if (units > 0) {
          order.priced(
              line(i), units, units == quantity[i] ? total[i] : total[i] * units / quantity[i]);
        }
      }
      return order.shipping(shipping).paidWithPoints(id == 2 ? spent : 0);
    }
  }
}
