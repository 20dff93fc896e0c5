package org.postpurchase.referral.jdbc;

import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;
import org.postpurchase.referral.PersonKey;
import org.postpurchase.referral.PersonKeyStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys in PP_PERSON_KEY. */
final class JdbcPersonKeyStore implements PersonKeyStore {
  private static final String ADD =
      "insert into PP_PERSON_KEY (KIND, KEY_HASH, ORDER_ID, CUSTOMER_ID, CONTACT, SEEN_AT) values (?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "select KIND, KEY_HASH, ORDER_ID, CUSTOMER_ID, CONTACT, SEEN_AT from PP_PERSON_KEY";
  private static final String OF_ORDERS =
      "select KIND, KEY_HASH, ORDER_ID from PP_PERSON_KEY where ORDER_ID {keys}";
  private static final String FORGET_MAILBOX =
      "delete from PP_PERSON_KEY where KIND = 'MAILBOX' and ";

  /** An advocate's orders are known by customer, by address, and by any address of the mailbox. */
  private static final String OF_ADVOCATE =
      " and (CONTACT = ? or (CUSTOMER_ID <> 0 and CUSTOMER_ID = ?) or ORDER_ID in (select m.ORDER_ID"
          + " from PP_PERSON_KEY m where m.KIND = 'MAILBOX' and m.KEY_HASH = ?))";

  private static final Set<KeyKind> EARLIER =
      EnumSet.of(KeyKind.NAME_ADDRESS, KeyKind.PHONE, KeyKind.PAYMENT);
  private static final String OLD =
      "select PERSON_KEY_ID from PP_PERSON_KEY where KIND = ? and SEEN_AT < ? order by SEEN_AT limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcPersonKeyStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  /** One read for all of them, and one batch for those that are new. */
  @Override
  public void add(Collection<KnownPerson> keys) {
    Set<Long> orders = keys.stream().map(k -> k.orderId).collect(Collectors.toSet());
    Set<String> there =
        new HashSet<>(
            inserts
                .rows()
                .select(
                    OF_ORDERS,
                    orders,
                    (row, n) ->
                        row.getString("KIND")
                            + row.getString("KEY_HASH")
                            + row.getLong("ORDER_ID")));
    List<KnownPerson> fresh = new ArrayList<>();
    for (KnownPerson known : keys) {
      if (there.add(known.key.kind + known.key.hash + known.orderId)) {
        fresh.add(known);
      }
    }
    // two nodes at the same orders insert in one order, so that they do not wait for each other
    fresh.sort(
        Comparator.comparing((KnownPerson k) -> k.key.kind)
            .thenComparing(k -> k.key.hash)
            .thenComparing(k -> k.orderId));
    inserts.allIfAbsent(ADD, fresh.stream().map(JdbcPersonKeyStore::row).collect(toList()));
  }

  private static Object[] row(KnownPerson known) {
    return new Object[] {
      known.key.kind.name(),
      known.key.hash,
      known.orderId,
      known.customerId,
      known.contact,
      Utc.param(known.seenAt)
    };
  }

  @Override
  public List<KnownPerson> with(
      Collection<PersonKey> keys, Advocate advocate, String mailbox, int limit) {
    Set<KnownPerson> found = new LinkedHashSet<>();
    found.addAll(select(keys, OF_ADVOCATE, limit, advocate.contact, advocate.customerId, mailbox));
    List<PersonKey> telling =
        keys.stream().filter(key -> EARLIER.contains(key.kind)).collect(toList());
    found.addAll(select(telling, " and ORDER_ID > 0", limit));
    return new ArrayList<>(found);
  }

  private List<KnownPerson> select(
      Collection<PersonKey> keys, String who, int limit, Object... more) {
    if (keys.isEmpty()) {
      return Collections.emptyList();
    }
    List<Object> values = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (PersonKey key : keys) {
      pairs.add("(KIND = ? and KEY_HASH = ?)");
      values.add(key.kind.name());
      values.add(key.hash);
    }
    Collections.addAll(values, more);
    values.add(limit);
    return jdbc.query(
        SELECT
            + " where ("
            + String.join(" or ", pairs)
            + ")"
            + who
            + " order by SEEN_AT, PERSON_KEY_ID limit ?",
        (row, n) -> known(row),
        values.toArray());
  }

  @Override
  public void forgetMailboxes(Collection<Long> orderIds) {
    if (!orderIds.isEmpty()) {
      OneOf these = OneOf.of(inserts.dialect(), "ORDER_ID", orderIds);
      jdbc.update(FORGET_MAILBOX + these.sql, these.args());
    }
  }

  @Override
  public int forget(KeyKind kind, Instant before, int limit) {
    List<Long> old = jdbc.queryForList(OLD, Long.class, kind.name(), Utc.param(before), limit);
    return old.isEmpty()
        ? 0
        : jdbc.update(
            "delete from PP_PERSON_KEY where PERSON_KEY_ID in (" + marks(old.size()) + ")",
            old.toArray());
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static KnownPerson known(ResultSet row) throws SQLException {
    return new KnownPerson(
        new PersonKey(KeyKind.valueOf(row.getString("KIND")), row.getString("KEY_HASH")),
        row.getLong("ORDER_ID"),
        row.getLong("CUSTOMER_ID"),
        Columns.text(row, "CONTACT"),
        Utc.instant(row, "SEEN_AT"));
  }
}
