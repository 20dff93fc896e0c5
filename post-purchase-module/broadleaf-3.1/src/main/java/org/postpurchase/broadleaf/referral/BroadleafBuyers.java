package org.postpurchase.broadleaf.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.referral.BuyerReader;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.PersonFacts;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the host's orders say about their buyers: where the first parcel goes, else where the bill
 * goes, and what payment providers have left of a card. Two statements for any number of orders.
 */
public final class BroadleafBuyers implements BuyerReader {
  /** Placed orders of a person, by the host's indices on e-mail address and customer. */
  public static final String EARLIER_ORDERS =
      "(select count(*) from BLC_ORDER o1 where o1.ORDER_STATUS = 'SUBMITTED' and o1.ORDER_ID <> ?"
          + " and o1.EMAIL_ADDRESS = ?) + (select count(*) from BLC_ORDER o2 where o2.ORDER_STATUS"
          + " = 'SUBMITTED' and o2.ORDER_ID <> ? and o2.CUSTOMER_ID = ?)";

  private static final String ORDERS =
      "select o.ORDER_ID, o.CUSTOMER_ID, o.EMAIL_ADDRESS, o.SUBMIT_DATE, a.LAST_NAME,"
          + " a.ADDRESS_LINE1, a.POSTAL_CODE, a.COUNTRY, a.PRIMARY_PHONE, p.PHONE_NUMBER from"
          + " BLC_ORDER o left join BLC_FULFILLMENT_GROUP g on g.ORDER_ID = o.ORDER_ID and"
          + " g.FULFILLMENT_GROUP_ID = (select min(f.FULFILLMENT_GROUP_ID) from"
          + " BLC_FULFILLMENT_GROUP f where f.ORDER_ID = o.ORDER_ID and f.ADDRESS_ID is not null)"
          + " left join BLC_ADDRESS a on a.ADDRESS_ID = g.ADDRESS_ID left join BLC_PHONE p on"
          + " p.PHONE_ID = a.PHONE_PRIMARY_ID";
  private static final String THESE = ORDERS + " where o.ORDER_ID {keys}";
  private static final String AFTER =
      ORDERS + " where o.ORDER_ID > ? and o.ORDER_STATUS = 'SUBMITTED' order by o.ORDER_ID limit ?";
  private static final String COUNT =
      "select count(*) from BLC_ORDER where ORDER_STATUS = 'SUBMITTED' and ORDER_ID <= ?";

  private static final String BEFORE =
      "select ORDER_ID from BLC_ORDER where CUSTOMER_ID = ? and ORDER_STATUS = 'SUBMITTED' and"
          + " SUBMIT_DATE < ? order by SUBMIT_DATE, ORDER_ID limit ?";

  /** A provider's own token of the card comes first; it is the same for each use of a card. */
  private static final String CARDS =
      "select p.ORDER_ID, f.FIELD_NAME, f.FIELD_VALUE from BLC_ORDER_PAYMENT p join"
          + " BLC_ORDER_PAYMENT_TRANSACTION t on t.ORDER_PAYMENT = p.ORDER_PAYMENT_ID join"
          + " BLC_TRANS_ADDITNL_FIELDS f on f.PAYMENT_TRANSACTION_ID = t.PAYMENT_TRANSACTION_ID"
          + " where f.FIELD_NAME in ('FINGERPRINT', 'TOKEN', 'CARD_TYPE', 'LAST_FOUR', 'EXP_DATE')"
          + " and p.ORDER_ID {keys} order by f.FIELD_NAME";

  private final JdbcTemplate jdbc;
  private final RowSets rows;

  public BroadleafBuyers(JdbcTemplate jdbc, RowSets rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public Optional<PersonFacts> find(long orderId) {
    return findAll(Collections.singleton(orderId)).stream().findFirst();
  }

  @Override
  public List<PersonFacts> findAll(Collection<Long> orderIds) {
    return withCards(rows.select(THESE, orderIds, (row, n) -> facts(row)));
  }

  @Override
  public List<PersonFacts> placedAfter(long orderId, int limit) {
    return withCards(jdbc.query(AFTER, (row, n) -> facts(row), orderId, limit));
  }

  @Override
  public long countPlaced(long upToOrderId) {
    return jdbc.queryForObject(COUNT, Long.class, upToOrderId);
  }

  @Override
  public List<Long> placedBefore(long customerId, Instant before, int limit) {
    return jdbc.queryForList(BEFORE, Long.class, customerId, Timestamp.from(before), limit);
  }

  private List<PersonFacts> withCards(List<PersonFacts> all) {
    if (all.isEmpty()) {
      return all;
    }
    Map<Long, Map<String, String>> fields = new LinkedHashMap<>();
    List<Long> ids = new ArrayList<>();
    all.forEach(facts -> ids.add(facts.orderId));
    rows.select(
        CARDS,
        ids,
        (row, n) ->
            fields
                .computeIfAbsent(row.getLong("ORDER_ID"), id -> new LinkedHashMap<>())
                .put(row.getString("FIELD_NAME"), row.getString("FIELD_VALUE")));
    for (PersonFacts facts : all) {
      facts.with(KeyKind.PAYMENT, card(fields.getOrDefault(facts.orderId, Collections.emptyMap())));
    }
    return all;
  }

  private static String card(Map<String, String> fields) {
    String fingerprint = fields.getOrDefault("FINGERPRINT", fields.get("TOKEN"));
    if (fingerprint != null && !fingerprint.trim().isEmpty()) {
      return fingerprint;
    }
    String last = fields.get("LAST_FOUR");
    String until = fields.get("EXP_DATE");
    return last == null || until == null
        ? ""
        : fields.getOrDefault("CARD_TYPE", "") + '|' + last + '|' + until;
  }

  private static PersonFacts facts(ResultSet row) throws SQLException {
    Timestamp placed = row.getTimestamp("SUBMIT_DATE");
    String phone = row.getString("PHONE_NUMBER");
    return new PersonFacts(
            row.getLong("ORDER_ID"),
            row.getLong("CUSTOMER_ID"),
            EmailAddress.keyOf(row.getString("EMAIL_ADDRESS")),
            placed == null ? Instant.EPOCH : placed.toInstant())
        .at(
            row.getString("LAST_NAME"),
            row.getString("ADDRESS_LINE1"),
            row.getString("POSTAL_CODE"),
            row.getString("COUNTRY"))
        .phone(phone == null ? row.getString("PRIMARY_PHONE") : phone);
  }
}
