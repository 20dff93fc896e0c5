package org.postpurchase.person.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postpurchase.person.Account;
import org.postpurchase.person.LockedPeople;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Finds, makes and locks people's rows. A guest whose mailbox is that of an account is the
 * customer, the one with the smallest id where several have it.
 */
final class PersonLocks {
  private static final String COLUMNS = "PERSON_ID, PERSON_KEY, CUSTOMER_ID, MAILBOX_KEY";

  /** A customer's row may have another mailbox by now, and is found by its key all the same. */
  private static final String BY_MAILBOX_OR_KEY =
      "select "
          + COLUMNS
          + " from PP_PERSON where MAILBOX_KEY {mailboxes} union select "
          + COLUMNS
          + " from PP_PERSON where PERSON_KEY {keys}";

  private static final String ADD =
      "insert into PP_PERSON (PERSON_KEY, CUSTOMER_ID, MAILBOX_KEY, ORDERS, UNITS, RETURNED_UNITS,"
          + " RETURNED_ORDERS, REVIEWS, FRIENDS, CHANGED_AT)"
          + " values (?, ?, ?, 0, 0, 0, 0, 0, 0, ?)";
  private static final String BY_KEY =
      "select " + COLUMNS + " from PP_PERSON where PERSON_KEY {keys}";
  private static final String LOCK =
      "select " + COLUMNS + " from PP_PERSON where PERSON_KEY {keys} order by PERSON_ID";
  private static final String[] MERGE = {
    "update PP_PERSON_BUY set PERSON_ID = ? where PERSON_ID = ?",
    "update PP_PERSON_GOODS set PERSON_ID = ? where PERSON_ID = ?"
  };
  private static final String[] REMOVE = {
    "delete from PP_PERSON_SPEND where PERSON_ID = ?",
    "delete from PP_SEGMENT_MEMBER where PERSON_ID = ?",
    "delete from PP_PERSON where PERSON_ID = ?"
  };
  private static final RowMapper<Row> ROW =
      (row, n) ->
          new Row(
              row.getLong("PERSON_ID"),
              row.getString("PERSON_KEY"),
              row.getLong("CUSTOMER_ID"),
              Columns.text(row, "MAILBOX_KEY"));

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets sets;

  private static final class Row {
    final long id;
    final String key;
    final long customerId;
    final String mailbox;

    Row(long id, String key, long customerId, String mailbox) {
      this.id = id;
      this.key = key;
      this.customerId = customerId;
      this.mailbox = mailbox;
    }
  }

  PersonLocks(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.sets = inserts.rows();
  }

  static String key(PersonRef person) {
    return person.customerId > 0 ? "c:" + person.customerId : "m:" + person.mailbox;
  }

  LockedPeople lock(Collection<PersonRef> people, Map<Long, Account> accounts, Object now) {
    Set<String> mailboxes = new TreeSet<>();
    people.stream().filter(p -> p.customerId == 0).forEach(p -> mailboxes.add(p.mailbox));
    accounts.values().forEach(account -> mailboxes.add(account.mailbox));
    mailboxes.remove("");
    List<Row> known = known(people, accounts, mailboxes);
    Map<String, Long> owners = owners(known, accounts);
    Map<PersonRef, String> keys = new HashMap<>();
    TreeMap<String, Object[]> wanted = new TreeMap<>();
    for (PersonRef person : people) {
      long customer =
          person.customerId > 0 ? person.customerId : owners.getOrDefault(person.mailbox, 0L);
      Account account = accounts.get(customer);
      String mailbox = account != null ? account.mailbox : person.mailbox;
      String key = customer > 0 ? "c:" + customer : "m:" + person.mailbox;
      keys.put(person, key);
      wanted.put(key, new Object[] {key, customer, mailbox.isEmpty() ? null : mailbox, now});
    }
    Map<Long, String> guests = new TreeMap<>();
    for (Row row : known) {
      Long owner = row.customerId == 0 ? owners.get(row.mailbox) : null;
      if (owner != null) {
        guests.put(row.id, row.key);
      }
    }
    Set<String> locked = new TreeSet<>(wanted.keySet());
    locked.addAll(guests.values());
    known.forEach(row -> wanted.remove(row.key));
    inserts.allIfAbsent(ADD, new ArrayList<>(wanted.values()));
    Map<String, Row> rows = new HashMap<>();
    sets.select(LOCK + inserts.dialect().forUpdate(), locked, ROW)
        .forEach(row -> rows.put(row.key, row));
    for (String guest : guests.values()) {
      merge(rows, guest, owners);
    }
    Map<PersonRef, Long> ids = new HashMap<>();
    Map<Long, PersonRef> refs = new TreeMap<>();
    keys.forEach(
        (person, key) -> {
          Row row = rows.get(key);
          ids.put(person, row.id);
          refs.put(row.id, PersonRef.of(row.customerId, row.mailbox));
        });
    return new LockedPeople(ids, refs);
  }

  /** Rows that are there of the people, of their accounts, and of others with their mailboxes. */
  private List<Row> known(
      Collection<PersonRef> people, Map<Long, Account> accounts, Set<String> mailboxes) {
    Set<String> keys = new TreeSet<>();
    people.forEach(person -> keys.add(key(person)));
    accounts.keySet().forEach(customer -> keys.add(key(PersonRef.ofCustomer(customer))));
    mailboxes.forEach(mailbox -> keys.add("m:" + mailbox));
    if (mailboxes.isEmpty()) {
      return sets.select(BY_KEY, keys, ROW);
    }
    OneOf theirs = OneOf.of(inserts.dialect(), "", mailboxes);
    OneOf own = OneOf.of(inserts.dialect(), "", keys);
    return jdbc.query(
        BY_MAILBOX_OR_KEY.replace("{mailboxes}", theirs.sql).replace("{keys}", own.sql),
        ROW,
        own.argsAfter(theirs.args()));
  }

  private static Map<String, Long> owners(List<Row> known, Map<Long, Account> accounts) {
    Map<String, Long> owners = new HashMap<>();
    for (Row row : known) {
      Account account = accounts.get(row.customerId);
      if (row.customerId > 0 && (account == null || account.mailbox.equals(row.mailbox))) {
        owners.merge(row.mailbox, row.customerId, Math::min);
      }
    }
    for (Account account : accounts.values()) {
      if (!account.mailbox.isEmpty()) {
        owners.merge(account.mailbox, account.customerId, Math::min);
      }
    }
    return owners;
  }

  private void merge(Map<String, Row> rows, String guestKey, Map<String, Long> owners) {
    Row guest = rows.get(guestKey);
    Row owner = guest == null ? null : rows.get("c:" + owners.get(guest.mailbox));
    if (owner == null) {
      return; // somebody else has done it, or the customer is worked out another time
    }
    for (String update : MERGE) {
      jdbc.update(update, owner.id, guest.id);
    }
    for (String delete : REMOVE) {
      jdbc.update(delete, guest.id);
    }
  }
}
