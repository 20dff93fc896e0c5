package org.postpurchase.broadleaf.sms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.sms.OrderPhones;

/**
 * The number beside the address of the first parcel, else of the bill. Two statements for any
 * number of orders, the second one only for those without a number so far.
 */
public final class BroadleafPhones implements OrderPhones {
  private static final String NUMBER =
      " a.COUNTRY, a.PRIMARY_PHONE, p.PHONE_NUMBER from ";
  private static final String PHONE =
      " join BLC_ADDRESS a on a.ADDRESS_ID = %s.ADDRESS_ID"
          + " left join BLC_PHONE p on p.PHONE_ID = a.PHONE_PRIMARY_ID where %s.ORDER_ID {keys}";
  private static final String PARCEL =
      "select g.ORDER_ID,"
          + NUMBER
          + "BLC_FULFILLMENT_GROUP g"
          + String.format(PHONE, "g", "g")
          + " order by g.FULFILLMENT_GROUP_ID";
  private static final String BILL =
      "select o.ORDER_ID,"
          + NUMBER
          + "BLC_ORDER_PAYMENT o"
          + String.format(PHONE, "o", "o")
          + " order by o.ORDER_PAYMENT_ID";

  private final RowSets rows;

  public BroadleafPhones(RowSets rows) {
    this.rows = rows;
  }

  @Override
  public Map<Long, Typed> of(Collection<Long> orderIds) {
    Map<Long, Typed> found = new LinkedHashMap<>();
    read(PARCEL, orderIds, found);
    Set<Long> rest = new TreeSet<>(orderIds);
    rest.removeAll(found.keySet());
    read(BILL, rest, found);
    return found;
  }

  private void read(String select, Collection<Long> orderIds, Map<Long, Typed> found) {
    rows.select(
        select,
        orderIds,
        (row, n) -> {
          String number = number(row);
          if (!number.isEmpty()) {
            String country = row.getString("COUNTRY");
            found.putIfAbsent(
                row.getLong("ORDER_ID"), new Typed(number, country == null ? "" : country));
          }
          return number;
        });
  }

  private static String number(ResultSet row) throws SQLException {
    String phone = row.getString("PHONE_NUMBER");
    String plain = phone == null ? row.getString("PRIMARY_PHONE") : phone;
    return plain == null ? "" : plain.trim();
  }
}
