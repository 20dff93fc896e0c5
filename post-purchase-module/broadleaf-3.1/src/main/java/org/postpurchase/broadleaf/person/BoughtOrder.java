package org.postpurchase.broadleaf.person;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.person.Buy;

/** An order's row with its lines, on the way to what it says about a person. */
final class BoughtOrder {
  private static final int DIGITS = 12;

  final List<Line> lines = new ArrayList<>();
  private final long id;
  private final boolean cancelled;
  private final Instant placedAt;
  private final long customerId;
  private final String mailbox;
  private final String currency;
  private final String language;
  private final String country;
  private final BigDecimal subtotal;
  private final BigDecimal off;

  BoughtOrder(ResultSet row) throws SQLException {
    id = row.getLong("ORDER_ID");
    cancelled = "CANCELLED".equals(row.getString("ORDER_STATUS"));
    placedAt = BroadleafRecords.instant(row.getTimestamp("SUBMIT_DATE"));
    customerId = row.getBoolean("IS_REGISTERED") ? row.getLong("CUSTOMER_ID") : 0;
    String own = BroadleafRecords.mailbox(row.getString("EMAIL_ADDRESS"));
    mailbox = own.isEmpty() ? BroadleafRecords.mailbox(row.getString("CUSTOMER_EMAIL")) : own;
    currency = row.getString("CURRENCY_CODE");
    language = BroadleafRecords.language(row.getString("LOCALE_CODE"));
    String code = row.getString("COUNTRY");
    country = code == null ? "" : code.trim().toUpperCase(Locale.ROOT);
    subtotal = orZero(row.getBigDecimal("ORDER_SUBTOTAL"));
    off = orZero(row.getBigDecimal("OFF"));
  }

  private static BigDecimal orZero(BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  /** A line's row with what has become of it. */
  static final class Line {
    final long productId;
    private final int ordered;
    private final int cancelled;
    private final int returned;
    private final BigDecimal price;
    private final boolean reduced;

    Line(ResultSet row) throws SQLException {
      productId = row.getLong("PRODUCT_ID");
      ordered = row.getInt("QUANTITY");
      cancelled = Math.min(ordered, row.getInt("CANCELLED_QTY"));
      returned = Math.min(ordered - cancelled, row.getInt("RETURNED_QTY"));
      price = orZero(row.getBigDecimal("PRICE"));
      BigDecimal sale = row.getBigDecimal("SALE_PRICE");
      BigDecimal retail = row.getBigDecimal("RETAIL_PRICE");
      reduced = sale != null && retail != null && sale.signum() > 0 && sale.compareTo(retail) < 0;
    }

    private int bought() {
      return ordered - cancelled;
    }

    private int kept() {
      return bought() - returned;
    }
  }

  Buy buy(Map<Long, Set<Long>> categoriesOf, String shopCurrency) {
    String code = currency == null || currency.trim().isEmpty() ? shopCurrency : currency.trim();
    int units = 0;
    int returned = 0;
    int reduced = 0;
    Set<Long> products = new TreeSet<>();
    Set<Long> categories = new TreeSet<>();
    for (Line line : cancelled ? Collections.<Line>emptyList() : lines) {
      units += line.bought();
      returned += line.returned;
      reduced += line.reduced ? line.bought() : 0;
      if (line.kept() > 0 && line.productId > 0) {
        products.add(line.productId);
        categories.addAll(categoriesOf.getOrDefault(line.productId, Collections.emptySet()));
      }
    }
    return new Buy.Builder(id)
        .by(customerId, mailbox)
        .placed(placedAt)
        .cancelled(cancelled)
        .money(code, cancelled ? 0 : net(Currency.getInstance(code)))
        .units(units, returned, reduced)
        .goods(products, categories)
        .reader(language, country)
        .build();
  }

  /** The order's merchandise after discounts, by the share of its lines' value that is kept. */
  private long net(Currency of) {
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal kept = BigDecimal.ZERO;
    for (Line line : lines) {
      all = all.add(line.price.multiply(BigDecimal.valueOf(line.ordered)));
      kept = kept.add(line.price.multiply(BigDecimal.valueOf(line.kept())));
    }
    BigDecimal paid = subtotal.subtract(off).max(BigDecimal.ZERO);
    BigDecimal share =
        all.signum() == 0 ? BigDecimal.ONE : kept.divide(all, DIGITS, RoundingMode.HALF_EVEN);
    return paid.multiply(share)
        .movePointRight(Math.max(0, of.getDefaultFractionDigits()))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
