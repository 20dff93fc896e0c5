package org.postpurchase.broadleaf.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.series.Member;
import org.postpurchase.series.Members;
import org.postpurchase.shared.LocaleCode;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads a customer's account where the host keeps it. The language is that of the account, else
 * that of the newest order, else the shop's.
 */
public final class BroadleafMembers implements Members {
  private static final String CUSTOMER =
      "select EMAIL_ADDRESS, FIRST_NAME, LOCALE_CODE, DEACTIVATED from BLC_CUSTOMER where"
          + " CUSTOMER_ID = ?";
  private static final String LANGUAGE_OF_ORDERS =
      "select LOCALE_CODE from BLC_ORDER where CUSTOMER_ID = ? and SUBMIT_DATE is not null and"
          + " LOCALE_CODE is not null order by SUBMIT_DATE desc, ORDER_ID desc limit 1";

  private final JdbcTemplate jdbc;
  private final Supplier<Locale> shopLocale;

  public BroadleafMembers(JdbcTemplate jdbc, Supplier<Locale> shopLocale) {
    this.jdbc = jdbc;
    this.shopLocale = shopLocale;
  }

  /** Empty when there is none, or its account was closed. */
  @Override
  public Optional<Member> find(long customerId) {
    return jdbc.query(CUSTOMER, (row, n) -> member(row, customerId), customerId).stream()
        .filter(Optional::isPresent)
        .map(Optional::get)
        .findFirst();
  }

  private Optional<Member> member(ResultSet row, long customerId) throws SQLException {
    if (row.getBoolean("DEACTIVATED")) {
      return Optional.empty();
    }
    String code = text(row.getString("LOCALE_CODE"));
    return Optional.of(
        new Member(
            customerId,
            text(row.getString("EMAIL_ADDRESS")),
            text(row.getString("FIRST_NAME")),
            code.isEmpty() ? localeOfOrders(customerId) : LocaleCode.parse(code)));
  }

  private Locale localeOfOrders(long customerId) {
    return jdbc.queryForList(LANGUAGE_OF_ORDERS, String.class, customerId).stream()
        .findFirst()
        .map(LocaleCode::parse)
        .orElseGet(shopLocale);
  }

  private static String text(String value) {
    return value == null ? "" : value.trim();
  }
}
