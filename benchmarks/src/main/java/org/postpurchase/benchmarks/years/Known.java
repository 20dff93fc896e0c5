package org.postpurchase.benchmarks.years;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What staff may type to find somebody who ordered some years ago: the whole of it, and parts. */
record Known(String address, String number, String lastName) {
  /** Of an order from the middle of the table. */
  static Known in(JdbcTemplate shop) {
    Map<String, Object> row =
        shop.queryForMap(
            "select o.ORDER_NUMBER, o.EMAIL_ADDRESS, a.LAST_NAME from BLC_ORDER o"
                + " join BLC_FULFILLMENT_GROUP g on g.ORDER_ID = o.ORDER_ID"
                + " join BLC_ADDRESS a on a.ADDRESS_ID = g.ADDRESS_ID"
                + " where o.ORDER_STATUS = 'SUBMITTED' and o.EMAIL_ADDRESS is not null"
                + " and o.ORDER_ID >= (select (min(ORDER_ID) + max(ORDER_ID)) / 2 from BLC_ORDER)"
                + " order by o.ORDER_ID limit 1");
    return new Known(
        (String) row.get("EMAIL_ADDRESS"),
        (String) row.get("ORDER_NUMBER"),
        (String) row.get("LAST_NAME"));
  }

  List<String> all() {
    return List.of(
        address,
        address.substring(1, address.indexOf('@') + 4),
        number,
        number.substring(2),
        lastName);
  }
}
