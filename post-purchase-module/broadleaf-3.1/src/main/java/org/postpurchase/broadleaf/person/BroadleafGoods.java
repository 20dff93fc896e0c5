package org.postpurchase.broadleaf.person;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.segment.GoodsNames;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Names of the host's products and categories, without those that are archived. */
public final class BroadleafGoods implements GoodsNames {
  private static final String THERE = "(%s.ARCHIVED is null or %s.ARCHIVED <> 'Y')";
  private static final String PRODUCTS =
      "select p.PRODUCT_ID as ID, s.NAME from BLC_PRODUCT p"
          + " left join BLC_SKU s on s.SKU_ID = p.DEFAULT_SKU_ID where "
          + THERE.replace("%s", "p");

  /** As lists of suggestions show it. */
  private static final Pattern NUMBER = Pattern.compile("\\s*#?(\\d{1,18})\\s*");

  private static final long NOBODYS = -1;

  private final JdbcTemplate jdbc;
  private final RowSets sets;

  public BroadleafGoods(JdbcTemplate jdbc, RowSets sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  private static RowMapper<Object> into(Map<Long, String> names) {
    return (row, n) -> {
      String name = row.getString("NAME");
      return names.put(row.getLong("ID"), name == null ? "" : name);
    };
  }

  @Override
  public Map<Long, String> products(Collection<Long> ids) {
    Map<Long, String> names = new LinkedHashMap<>();
    sets.select(PRODUCTS + " and p.PRODUCT_ID {keys}", ids, into(names));
    return names;
  }

  @Override
  public Map<Long, String> categories() {
    Map<Long, String> names = new LinkedHashMap<>();
    jdbc.query(
        "select c.CATEGORY_ID as ID, c.NAME from BLC_CATEGORY c where "
            + THERE.replace("%s", "c")
            + " order by c.NAME, c.CATEGORY_ID",
        into(names));
    return names;
  }

  @Override
  public Map<String, String> tiers() {
    Map<String, String> names = new LinkedHashMap<>();
    RowMapper<Object> collect =
        (row, n) -> names.put(String.valueOf(row.getLong("TIER_ID")), row.getString("NAME"));
    jdbc.query(
        "select TIER_ID, NAME from PP_LOYALTY_TIER where ACTIVE = true order by THRESHOLD",
        collect);
    return names;
  }

  @Override
  public Map<Long, String> productsNamed(String text, int limit) {
    Map<Long, String> names = new LinkedHashMap<>();
    String like = "%" + text.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "") + "%";
    Matcher number = NUMBER.matcher(text);
    jdbc.query(
        PRODUCTS
            + " and (lower(s.NAME) like ? or lower(p.MODEL) like ? or p.PRODUCT_ID = ?)"
            + " order by s.NAME limit "
            + limit,
        into(names),
        like,
        like,
        number.matches() ? Long.parseLong(number.group(1)) : NOBODYS);
    return names;
  }
}
