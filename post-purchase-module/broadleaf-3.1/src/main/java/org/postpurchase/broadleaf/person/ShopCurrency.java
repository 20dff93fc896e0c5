package org.postpurchase.broadleaf.person;

import org.broadleafcommerce.common.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;

/** The currency in which the host means amounts that carry none. */
public final class ShopCurrency {
  private final JdbcTemplate jdbc;
  private volatile String code;

  public ShopCurrency(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** ISO 4217 code; asked once. */
  public String code() {
    if (code == null) {
      code =
          jdbc
              .queryForList(
                  "select CURRENCY_CODE from BLC_CURRENCY where DEFAULT_FLAG = true"
                      + " order by CURRENCY_CODE",
                  String.class)
              .stream()
              .findFirst()
              .orElseGet(() -> new Money().getCurrency().getCurrencyCode());
    }
    return code;
  }
}
