package org.postpurchase.privacy.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postpurchase.people.Identity;
import org.postpurchase.people.PlacedOrder;
import org.postpurchase.privacy.jdbc.Personal.By;
import org.postpurchase.shared.jdbc.RowSets;

/** By which values a person's rows are found; read before anything is changed. */
final class PersonKeys {
  private final Map<By, Collection<?>> values = new EnumMap<>(By.class);
  private final RowSets sets;

  PersonKeys(Identity person, RowSets sets) {
    this.sets = sets;
    String mailbox = person.ref.mailbox;
    List<String> mailboxes = mailbox.isEmpty() ? none() : Collections.singletonList(mailbox);
    List<Long> customers =
        person.ref.customerId > 0 ? Collections.singletonList(person.ref.customerId) : none();
    List<Long> orders = new ArrayList<>();
    for (PlacedOrder order : person.orders) {
      // What was sent to somebody else's mailbox about an order is that mailbox's.
      if (mailbox.isEmpty() || order.mailbox.isEmpty() || order.mailbox.equals(mailbox)) {
        orders.add(order.id);
      }
    }
    List<String> owners = new ArrayList<>();
    customers.forEach(id -> owners.add("customer:" + id));
    person.orderIds().forEach(id -> owners.add("order:" + id));
    values.put(By.MAILBOX, mailboxes);
    values.put(By.CONTAINS, mailboxes);
    values.put(By.CUSTOMER, customers);
    values.put(By.ORDER, orders);
    values.put(By.OWNER, owners);
    values.put(By.ACCOUNT, ids("ACCOUNT_ID", "PP_POINTS_ACCOUNT", "OWNER_KEY", owners));
    List<String> personKeys = new ArrayList<>();
    customers.forEach(id -> personKeys.add("c:" + id));
    mailboxes.forEach(key -> personKeys.add("m:" + key));
    values.put(By.PERSON, ids("PERSON_ID", "PP_PERSON", "PERSON_KEY", personKeys));
    values.put(
        By.ADVOCATE,
        both(
            ids("ADVOCATE_ID", "PP_ADVOCATE", "CONTACT", mailboxes),
            ids("ADVOCATE_ID", "PP_ADVOCATE", "CUSTOMER_ID", customers)));
    values.put(By.REFERRAL, ids("REFERRAL_ID", "PP_REFERRAL", "ORDER_ID", orders));
    values.put(By.REVIEW, ids("REVIEW_ID", "PP_REVIEW", "AUTHOR_KEY", mailboxes));
    values.put(
        By.MESSAGE,
        sets.select(
            "select MIME_MESSAGE_ID from PP_MESSAGE where CONTACT {keys} and CHANNEL = 'STAFF'",
            mailboxes,
            (row, n) -> row.getString(1)));
    values.put(
        By.PHONE,
        sets.select(
            "select distinct PHONE_NUMBER from PP_PHONE where CONTACT {keys}",
            mailboxes,
            (row, n) -> row.getString(1)));
    values.put(By.STORY, ids("STORY_ID", "PP_STORY", "CONTACT", mailboxes));
    values.put(By.CASE, ids("CASE_ID", "PP_CASE", "CONTACT", mailboxes));
    values.put(By.RUN, ids("ENROLLMENT_ID", "PP_ENROLLMENT", "CONTACT", mailboxes));
  }

  private static <T> List<T> none() {
    return Collections.emptyList();
  }

  private List<Long> ids(String id, String table, String column, Collection<?> keys) {
    return sets.select(
        "select " + id + " from " + table + " where " + column + " {keys}",
        keys,
        (row, n) -> row.getLong(1));
  }

  private static Set<Long> both(List<Long> some, List<Long> others) {
    Set<Long> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Addresses as they were typed where messages and cases were sent to them. */
  Set<String> spellings() {
    Set<String> all = new LinkedHashSet<>();
    for (String sql :
        new String[] {
          "select distinct RECIPIENT from PP_MESSAGE where CONTACT {keys}",
          "select distinct EMAIL from PP_CASE where CONTACT {keys}",
          "select distinct EMAIL from PP_CAMPAIGN_ENTRY where CONTACT {keys}"
        }) {
      all.addAll(sets.select(sql, of(By.MAILBOX), (row, n) -> row.getString(1)));
    }
    all.removeIf(address -> address == null || !address.contains("@"));
    return all;
  }

  /** Telephone numbers of the person, in E.164. */
  Set<String> phones() {
    Set<String> all = new LinkedHashSet<>();
    of(By.PHONE).forEach(number -> all.add(number.toString()));
    return all;
  }

  Collection<?> of(By kind) {
    return values.get(kind);
  }
}
