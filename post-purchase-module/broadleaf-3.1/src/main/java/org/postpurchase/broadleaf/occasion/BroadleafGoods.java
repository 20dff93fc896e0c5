package org.postpurchase.broadleaf.occasion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.occasion.ReplenishOccasion;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

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
      "select s.NAME from BLC_PRODUCT p join BLC_SKU s on s.SKU_ID = p.DEFAULT_SKU_ID"
          + " where p.PRODUCT_ID = ? and (p.ARCHIVED is null or p.ARCHIVED <> 'Y')"
          + " and (s.ACTIVE_END_DATE is null or s.ACTIVE_END_DATE > current_timestamp)";
  private static final String STATE = "select ORDER_STATUS from BLC_ORDER where ORDER_ID = ?";
  private static final String AGAIN =
      "select o.ORDER_ID from BLC_ORDER o join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " join BLC_ORDER own on own.ORDER_ID = ?"
          + " where d.PRODUCT_ID = ? and o.ORDER_ID <> own.ORDER_ID"
          + " and o.ORDER_STATUS = 'SUBMITTED' and o.SUBMIT_DATE >= own.SUBMIT_DATE and (%s)"
          + " limit 1";

  private final JdbcTemplate jdbc;
  private final RowSets rows;
  private final BasketLinks links;

  public BroadleafGoods(JdbcTemplate jdbc, Inserts inserts, BasketLinks links) {
    this.jdbc = jdbc;
    this.rows = inserts.rows();
    this.links = links;
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

  @Override
  public boolean isOver(String mailbox, long customerId, ReplenishOccasion.Bought bought) {
    List<String> states = jdbc.queryForList(STATE, String.class, bought.orderId);
    if (!states.contains("SUBMITTED")) {
      return true;
    }
    List<String> whose = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    values.add(bought.orderId);
    values.add(bought.productId);
    if (customerId > 0) {
      whose.add("o.CUSTOMER_ID = ?");
      values.add(customerId);
    }
    if (!mailbox.isEmpty()) {
      whose.add("o.EMAIL_ADDRESS = ?");
      values.add(mailbox);
      whose.add("o.ORDER_ID in (select p.ORDER_ID from PP_PERSON_ORDER p where p.MAILBOX_KEY = ?)");
      values.add(mailbox);
    }
    String again = String.format(Locale.ROOT, AGAIN, String.join(" or ", whose));
    return !jdbc.queryForList(again, Long.class, values.toArray()).isEmpty();
  }

  @Override
  public Optional<ReplenishOccasion.Shown> show(long productId, int quantity, Locale locale) {
    return jdbc
        .query(
            SHOWN,
            (row, n) ->
                new ReplenishOccasion.Shown(
                    row.getString("NAME"), links.of(Collections.singletonMap(productId, quantity))),
            productId)
        .stream()
        .findFirst();
  }
}
