package org.postpurchase.broadleaf.occasion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.occasion.ReorderGaps;
import org.postpurchase.occasion.ReplenishOccasion;
import org.postpurchase.order.BuyerSince;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.RowMapper;

/**
 * The host's products and who bought them. How long a piece lasts is the product's attribute {@code
 * supplyDays}, a whole number of days.
 */
public final class BroadleafGoods implements ReplenishOccasion.Goods {
  /** Name of the product's attribute. */
  public static final String ATTRIBUTE = "supplyDays";

  private static final int DAYS_MAX = 3650;
  private static final String DAYS =
      "select PRODUCT_ID, VALUE from BLC_PRODUCT_ATTRIBUTE where PRODUCT_ID {keys} and NAME = ?";
  private static final String SHOWN =
      "select p.PRODUCT_ID, s.NAME from BLC_PRODUCT p join BLC_SKU s on s.SKU_ID ="
          + " p.DEFAULT_SKU_ID where p.PRODUCT_ID {keys}"
          + " and (p.ARCHIVED is null or p.ARCHIVED <> 'Y')"
          + " and (s.ACTIVE_END_DATE is null or s.ACTIVE_END_DATE > current_timestamp)";

  /** Of each product as many pieces as the buyer keeps; of what is unknown, as many as ordered. */
  private static final String PLACED =
      "select o.ORDER_ID, o.SUBMIT_DATE, d.PRODUCT_ID, sum(case when l.ORDER_LINE_ID is null then"
          + " i.QUANTITY else l.ORDERED_QTY - l.RETURNED_QTY - l.CANCELLED_QTY end) as KEPT from"
          + " BLC_ORDER o left join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " left join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " left join PP_ORDER_LINE l on l.ORDER_LINE_ID = i.ORDER_ITEM_ID"
          + " where o.ORDER_ID {keys} and o.ORDER_STATUS = 'SUBMITTED'"
          + " group by o.ORDER_ID, o.SUBMIT_DATE, d.PRODUCT_ID";

  private static final String LATER =
      "select o.ORDER_ID, d.PRODUCT_ID, o.SUBMIT_DATE, %s as WHOSE from BLC_ORDER o%s"
          + " join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " where %s {keys} and o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE >= ?"
          + " and d.PRODUCT_ID is not null";
  private static final String BY_CUSTOMER =
      String.format(Locale.ROOT, LATER, "o.CUSTOMER_ID", "", "o.CUSTOMER_ID");
  private static final String BY_ADDRESS =
      String.format(Locale.ROOT, LATER, "o.EMAIL_ADDRESS", "", "o.EMAIL_ADDRESS");
  private static final String BY_MAILBOX =
      String.format(
          Locale.ROOT,
          LATER,
          "p.MAILBOX_KEY",
          " join PP_PERSON_ORDER p on p.ORDER_ID = o.ORDER_ID",
          "p.MAILBOX_KEY");

  private final RowSets rows;
  private final BasketLinks links;
  private final ReorderGaps gaps;

  public BroadleafGoods(Inserts inserts, BasketLinks links, ReorderGaps gaps) {
    this.rows = inserts.rows();
    this.links = links;
    this.gaps = gaps;
  }

  @Override
  public Map<Long, Duration> usualGaps(Set<Long> productIds) {
    return gaps.of(productIds);
  }

  @Override
  public Map<Long, Integer> daysOf(Set<Long> productIds) {
    Map<Long, Integer> days = new HashMap<>();
    rows.select(
        DAYS,
        productIds,
        (row, n) -> {
          String value = row.getString("VALUE");
          if (value != null && value.trim().matches("\\d{1,4}")) {
            int read = Integer.parseInt(value.trim());
            if (read > 0 && read <= DAYS_MAX) {
              days.put(row.getLong("PRODUCT_ID"), read);
            }
          }
          return null;
        },
        ATTRIBUTE);
    return days;
  }

  /** Four statements for some hundred purchases. */
  @Override
  public Set<ReplenishOccasion.Bought> over(Map<ReplenishOccasion.Bought, BuyerSince> buyers) {
    Set<Long> orders = new TreeSet<>();
    Set<Long> customers = new TreeSet<>();
    Set<String> mailboxes = new TreeSet<>();
    buyers.forEach(
        (bought, buyer) -> {
          orders.add(bought.orderId);
          customers.add(buyer.customerId);
          mailboxes.add(buyer.mailbox);
        });
    customers.remove(0L);
    mailboxes.remove("");
    Map<Long, Timestamp> placed = new HashMap<>();
    Set<String> back = new HashSet<>();
    rows.select(
        PLACED,
        orders,
        (row, n) -> {
          if (row.getObject("KEPT") != null && row.getLong("KEPT") <= 0) {
            back.add(row.getLong("ORDER_ID") + "|" + row.getLong("PRODUCT_ID"));
          }
          return placed.put(row.getLong("ORDER_ID"), row.getTimestamp("SUBMIT_DATE"));
        });
    if (placed.isEmpty()) {
      return new HashSet<>(buyers.keySet());
    }
    Timestamp first = Collections.min(placed.values());
    Later later = new Later();
    rows.select(BY_CUSTOMER, customers, later, first);
    rows.select(BY_ADDRESS, mailboxes, later, first);
    rows.select(BY_MAILBOX, mailboxes, later, first);
    Set<ReplenishOccasion.Bought> over = new HashSet<>();
    buyers.forEach(
        (bought, buyer) -> {
          Timestamp own = placed.get(bought.orderId);
          if (own == null
              || back.contains(bought.orderId + "|" + bought.productId)
              || later.has(String.valueOf(buyer.customerId), bought, own)
              || later.has(buyer.mailbox, bought, own)) {
            over.add(bought);
          }
        });
    return over;
  }

  /** What people have ordered, by who and what. */
  private static final class Later implements RowMapper<Object> {
    private final Map<String, Map<Long, Timestamp>> orders = new HashMap<>();

    @Override
    public Object mapRow(ResultSet row, int n) throws SQLException {
      return orders
          .computeIfAbsent(
              row.getString("WHOSE") + "|" + row.getLong("PRODUCT_ID"), key -> new HashMap<>())
          .put(row.getLong("ORDER_ID"), row.getTimestamp("SUBMIT_DATE"));
    }

    boolean has(String whose, ReplenishOccasion.Bought bought, Timestamp since) {
      return orders
          .getOrDefault(whose + "|" + bought.productId, Collections.emptyMap())
          .entrySet()
          .stream()
          .anyMatch(o -> o.getKey() != bought.orderId && !o.getValue().before(since));
    }
  }

  @Override
  public Map<ReplenishOccasion.Bought, ReplenishOccasion.Shown> show(
      Collection<ReplenishOccasion.Bought> purchases) {
    Map<Long, String> names = new HashMap<>();
    Set<Long> products = new TreeSet<>();
    purchases.forEach(bought -> products.add(bought.productId));
    rows.select(
        SHOWN, products, (row, n) -> names.put(row.getLong("PRODUCT_ID"), row.getString("NAME")));
    Map<ReplenishOccasion.Bought, ReplenishOccasion.Shown> shown = new HashMap<>();
    for (ReplenishOccasion.Bought bought : purchases) {
      String name = names.get(bought.productId);
      if (name != null) {
        String url = links.of(Collections.singletonMap(bought.productId, bought.quantity));
        shown.put(bought, new ReplenishOccasion.Shown(name, url));
      }
    }
    return shown;
  }
}
