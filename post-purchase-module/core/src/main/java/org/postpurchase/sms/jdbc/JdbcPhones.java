package org.postpurchase.sms.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.sms.Phone;
import org.postpurchase.sms.PhoneStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code PP_PHONE}. */
final class JdbcPhones implements PhoneStore {
  private static final String SELECT =
      "select PHONE_ID, CONTACT, PHONE_NUMBER, COUNTRY, STATE, ORDER_ID, LOCALE_CODE, TEXT_SHOWN,"
          + " ASKED_AT from PP_PHONE where ";
  private static final String NEWEST = " order by SEEN_AT desc, PHONE_ID desc";
  private static final String OF_CONTACTS = SELECT + "CONTACT {keys}" + NEWEST;
  private static final String OF_NUMBERS = SELECT + "PHONE_NUMBER {keys}" + NEWEST;
  private static final String INSERT =
      "insert into PP_PHONE (PHONE_KEY, CONTACT, PHONE_NUMBER, COUNTRY, STATE, ORDER_ID,"
          + " LOCALE_CODE, TEXT_SHOWN, ASKED_AT, SEEN_AT) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CHANGE =
      "update PP_PHONE set STATE = ?, ORDER_ID = ?, LOCALE_CODE = ?, TEXT_SHOWN = ?, ASKED_AT = ?,"
          + " SEEN_AT = ? where PHONE_KEY = ?";
  private static final String BECOME =
      "update PP_PHONE set STATE = ?, SEEN_AT = ? where PHONE_NUMBER = ? and STATE <> ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets rows;

  JdbcPhones(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.rows = inserts.rows();
  }

  @Override
  public Map<String, List<Phone>> ofContacts(Collection<String> contacts) {
    Map<String, List<Phone>> found = new LinkedHashMap<>();
    rows.select(OF_CONTACTS, contacts, (row, n) -> phone(row))
        .forEach(phone -> found.computeIfAbsent(phone.contact, c -> new ArrayList<>()).add(phone));
    return found;
  }

  @Override
  public List<Phone> ofNumbers(Collection<String> numbers) {
    return rows.select(OF_NUMBERS, numbers, (row, n) -> phone(row));
  }

  private static Phone phone(ResultSet row) throws SQLException {
    return Phone.of(row.getString("CONTACT"), row.getString("PHONE_NUMBER"))
        .id(row.getLong("PHONE_ID"))
        .country(Columns.text(row, "COUNTRY"))
        .state(Phone.State.valueOf(row.getString("STATE")))
        .order(row.getLong("ORDER_ID"), Columns.text(row, "LOCALE_CODE"))
        .asked(Columns.text(row, "TEXT_SHOWN"), Utc.instant(row, "ASKED_AT"))
        .build();
  }

  @Override
  public void put(Collection<Phone> phones, Instant now) {
    Map<String, Phone> byKey = new TreeMap<>();
    phones.forEach(phone -> byKey.put(key(phone), phone));
    List<Object[]> added = new ArrayList<>();
    List<Object[]> changed = new ArrayList<>();
    byKey.forEach(
        (key, phone) -> {
          if (phone.id == 0) {
            added.add(
                new Object[] {
                  key,
                  phone.contact,
                  phone.number,
                  phone.country,
                  phone.state.name(),
                  phone.orderId,
                  phone.localeCode,
                  phone.textShown,
                  Utc.param(phone.askedAt),
                  Utc.param(now)
                });
          } else {
            changed.add(
                new Object[] {
                  phone.state.name(),
                  phone.orderId,
                  phone.localeCode,
                  phone.textShown,
                  Utc.param(phone.askedAt),
                  Utc.param(now),
                  key
                });
          }
        });
    inserts.allIfAbsent(INSERT, added);
    if (!changed.isEmpty()) {
      jdbc.batchUpdate(CHANGE, changed);
    }
  }

  private static String key(Phone phone) {
    return phone.number + ' ' + phone.contact;
  }

  @Override
  public int become(String number, Phone.State state, Instant now) {
    return jdbc.update(BECOME, state.name(), Utc.param(now), number, state.name());
  }
}
