package org.postpurchase.broadleaf.member;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.postpurchase.series.Member;
import org.postpurchase.series.Members;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads a customer's account where the host keeps it. The language is that of the account, else
 * that of the newest order, else the shop's.
 */
public final class BroadleafMembers implements Members {
  private static final String CUSTOMERS =
      "select CUSTOMER_ID, EMAIL_ADDRESS, FIRST_NAME, LOCALE_CODE from BLC_CUSTOMER where"
          + " coalesce(DEACTIVATED, ?) = ? and ";

  /** Newest last, so that it is the one that is kept. */
  private static final String LANGUAGES_OF_ORDERS =
      "select CUSTOMER_ID, LOCALE_CODE from BLC_ORDER where SUBMIT_DATE is not null and LOCALE_CODE"
          + " is not null and %s order by SUBMIT_DATE, ORDER_ID";

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;
  private final Supplier<Locale> shopLocale;

  public BroadleafMembers(JdbcTemplate jdbc, SqlDialect dialect, Supplier<Locale> shopLocale) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.shopLocale = shopLocale;
  }

  /** Empty when there is none, or its account was closed. */
  @Override
  public Optional<Member> find(long customerId) {
    return Optional.ofNullable(findAll(Collections.singleton(customerId)).get(customerId));
  }

  /** In one statement, and one more for those whose account names no language. */
  @Override
  public Map<Long, Member> findAll(Collection<Long> customerIds) {
    Map<Long, Member> found = new HashMap<>();
    if (customerIds.isEmpty()) {
      return found;
    }
    OneOf these = OneOf.of(dialect, "CUSTOMER_ID", customerIds);
    Map<Long, String[]> accounts = new TreeMap<>();
    Set<Long> without = new TreeSet<>();
    jdbc.query(
        CUSTOMERS + these.sql,
        (ResultSet row) -> {
          String[] account = new String[3];
          for (int i = 0; i < account.length; i++) {
            account[i] = text(row.getString(i + 2));
          }
          accounts.put(row.getLong(1), account);
          if (account[2].isEmpty()) {
            without.add(row.getLong(1));
          }
        },
        these.argsAfter(false, false));
    Map<Long, Locale> languages = languagesOfOrders(without);
    accounts.forEach(
        (id, account) -> {
          Locale language =
              account[2].isEmpty()
                  ? languages.computeIfAbsent(id, x -> shopLocale.get())
                  : LocaleCode.parse(account[2]);
          found.put(id, new Member(id, account[0], account[1], language));
        });
    return found;
  }

  private Map<Long, Locale> languagesOfOrders(Set<Long> customerIds) {
    Map<Long, Locale> languages = new HashMap<>();
    if (!customerIds.isEmpty()) {
      OneOf these = OneOf.of(dialect, "CUSTOMER_ID", customerIds);
      jdbc.query(
          String.format(LANGUAGES_OF_ORDERS, these.sql),
          (ResultSet row) -> {
            languages.put(row.getLong(1), LocaleCode.parse(row.getString(2)));
          },
          these.args());
    }
    return languages;
  }

  private static String text(String value) {
    return value == null ? "" : value.trim();
  }
}
