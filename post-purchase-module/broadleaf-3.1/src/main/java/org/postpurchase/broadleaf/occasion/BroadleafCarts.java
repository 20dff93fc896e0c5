package org.postpurchase.broadleaf.occasion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.occasion.DueOccasion;
import org.postpurchase.occasion.IdleCarts;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Carts are the host's orders in process without a name. The host touches them whenever they are
 * priced; one that was never priced after it was made has the moment of its making only.
 */
public final class BroadleafCarts implements IdleCarts {
  private static final String CART = " o.ORDER_STATUS = 'IN_PROCESS' and o.NAME is null";
  private static final String TOUCHED = "coalesce(o.DATE_UPDATED, o.DATE_CREATED)";
  private static final String WHEN =
      "((o.DATE_UPDATED > ? and o.DATE_UPDATED <= ?)"
          + " or (o.DATE_UPDATED is null and o.DATE_CREATED > ? and o.DATE_CREATED <= ?))";
  private static final String LEFT =
      "select o.ORDER_ID, o.EMAIL_ADDRESS, o.LOCALE_CODE, o.CUSTOMER_ID, c.IS_REGISTERED,"
          + " c.EMAIL_ADDRESS as ACCOUNT_ADDRESS, c.FIRST_NAME, "
          + TOUCHED
          + " as TOUCHED_AT from BLC_ORDER o join BLC_CUSTOMER c on c.CUSTOMER_ID = o.CUSTOMER_ID"
          + " where"
          + CART
          + " and "
          + WHEN
          + " and exists (select 1 from BLC_ORDER_ITEM i where i.ORDER_ID = o.ORDER_ID)"
          + " order by "
          + TOUCHED
          + ", o.ORDER_ID limit ?";
  private static final String FIRST =
      "select min("
          + TOUCHED
          + ") as TOUCHED_AT from BLC_ORDER o where"
          + CART
          + " and (o.DATE_UPDATED > ? or (o.DATE_UPDATED is null and o.DATE_CREATED > ?))"
          + " and exists (select 1 from BLC_ORDER_ITEM i where i.ORDER_ID = o.ORDER_ID)";

  /** Nobody is reminded of what the shop does not sell any more. */
  private static final String SOLD =
      " and exists (select 1 from BLC_PRODUCT p join BLC_SKU s on s.SKU_ID = p.DEFAULT_SKU_ID"
          + " where p.PRODUCT_ID = d.PRODUCT_ID and (p.ARCHIVED is null or p.ARCHIVED <> 'Y')"
          + " and (s.ACTIVE_END_DATE is null or s.ACTIVE_END_DATE > current_timestamp)"
          + " and (s.AVAILABLE_FLAG is null or s.AVAILABLE_FLAG <> 'N'))";

  private static final String CONTENT =
      "select o.ORDER_ID, d.PRODUCT_ID, i.NAME, i.QUANTITY, "
          + TOUCHED
          + " as TOUCHED_AT from BLC_ORDER o join BLC_ORDER_ITEM i on i.ORDER_ID = o.ORDER_ID"
          + " join BLC_DISCRETE_ORDER_ITEM d on d.ORDER_ITEM_ID = i.ORDER_ITEM_ID"
          + " where o.ORDER_ID {keys} and d.PRODUCT_ID is not null and"
          + CART
          + SOLD
          + " order by i.ORDER_ITEM_ID";

  private final JdbcTemplate jdbc;
  private final RowSets rows;

  public BroadleafCarts(JdbcTemplate jdbc, RowSets rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public Stretch lastTouched(Instant after, Instant until, int most) {
    Timestamp from = Timestamp.from(after);
    Timestamp to = Timestamp.from(until);
    List<IdleCart> carts = new ArrayList<>();
    List<Instant> touched =
        jdbc.query(
            LEFT,
            (row, n) -> {
              cart(row).ifPresent(carts::add);
              return row.getTimestamp("TOUCHED_AT").toInstant();
            },
            from,
            to,
            from,
            to,
            most);
    Optional<Instant> cutOffAt =
        touched.size() < most ? Optional.empty() : Optional.of(touched.get(most - 1));
    return new Stretch(carts, cutOffAt);
  }

  /** Empty when there is nobody to write to. */
  private static Optional<IdleCart> cart(ResultSet row) throws SQLException {
    String typed = text(row, "EMAIL_ADDRESS");
    boolean account = row.getBoolean("IS_REGISTERED");
    String email = typed.isEmpty() && account ? text(row, "ACCOUNT_ADDRESS") : typed;
    if (email.isEmpty()) {
      return Optional.empty();
    }
    DueOccasion.Person person =
        account
            ? DueOccasion.Person.customer(row.getLong("CUSTOMER_ID"), email)
            : DueOccasion.Person.guest(
                email, text(row, "FIRST_NAME"), text(row, "LOCALE_CODE").replace('_', '-'));
    return Optional.of(
        new IdleCart(row.getLong("ORDER_ID"), person, row.getTimestamp("TOUCHED_AT").toInstant()));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text.trim();
  }

  @Override
  public Optional<Instant> firstTouched(Instant after) {
    Timestamp from = Timestamp.from(after);
    return Optional.ofNullable(
        jdbc.query(
            FIRST,
            row -> {
              Timestamp first = row.next() ? row.getTimestamp("TOUCHED_AT") : null;
              return first == null ? null : first.toInstant();
            },
            from,
            from));
  }

  @Override
  public Map<Long, Content> contents(Collection<Long> cartIds) {
    Map<Long, List<String>> names = new HashMap<>();
    Map<Long, Map<Long, Integer>> goods = new HashMap<>();
    Map<Long, Instant> touched = new HashMap<>();
    rows.select(
        CONTENT,
        cartIds,
        (row, n) -> {
          long cart = row.getLong("ORDER_ID");
          names.computeIfAbsent(cart, id -> new ArrayList<>()).add(text(row, "NAME"));
          goods
              .computeIfAbsent(cart, id -> new LinkedHashMap<>())
              .merge(row.getLong("PRODUCT_ID"), row.getInt("QUANTITY"), Integer::sum);
          return touched.put(cart, row.getTimestamp("TOUCHED_AT").toInstant());
        });
    Map<Long, Content> contents = new HashMap<>();
    touched.forEach(
        (cart, at) -> contents.put(cart, new Content(names.get(cart), goods.get(cart), at)));
    return contents;
  }
}
