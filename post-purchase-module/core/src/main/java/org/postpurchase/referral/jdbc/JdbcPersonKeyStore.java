package org.postpurchase.referral.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.referral.KeyKind;
import org.postpurchase.referral.KnownPerson;
import org.postpurchase.referral.PersonKey;
import org.postpurchase.referral.PersonKeyStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys in PP_PERSON_KEY. */
final class JdbcPersonKeyStore implements PersonKeyStore {
  private static final String ADD =
      "insert into PP_PERSON_KEY (KIND, KEY_HASH, ORDER_ID, CUSTOMER_ID, CONTACT, SEEN_AT) values (?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "select KIND, KEY_HASH, ORDER_ID, CUSTOMER_ID, CONTACT, SEEN_AT from PP_PERSON_KEY";
  private static final String OF_ORDERS =
      "select KIND, KEY_HASH, ORDER_ID from PP_PERSON_KEY where ORDER_ID in (%s)";
  private static final String FORGET_MAILBOX =
      "delete from PP_PERSON_KEY where ORDER_ID = ? and KIND = 'MAILBOX'";
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
    if (keys.isEmpty()) {
      return;
    }
    Set<Long> orders = keys.stream().map(k -> k.orderId).collect(Collectors.toSet());
    Set<String> there =
        new HashSet<>(
            jdbc.query(
                String.format(OF_ORDERS, marks(orders.size())),
                (row, n) ->
                    row.getString("KIND") + row.getString("KEY_HASH") + row.getLong("ORDER_ID"),
                orders.toArray()));
    List<Object[]> fresh = new ArrayList<>();
    for (KnownPerson known : keys) {
      if (there.add(known.key.kind + known.key.hash + known.orderId)) {
        fresh.add(
            new Object[] {
              known.key.kind.name(),
              known.key.hash,
              known.orderId,
              known.customerId,
              known.contact,
              Utc.param(known.seenAt)
            });
      }
    }
    for (Object[] row : fresh) {
      inserts.ifAbsent(ADD, row); // another node may be at the same order
    }
  }

  @Override
  public List<KnownPerson> with(Collection<PersonKey> keys, int limit) {
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
    values.add(limit);
    return jdbc.query(
        SELECT
            + " where "
            + String.join(" or ", pairs)
            + " order by SEEN_AT, PERSON_KEY_ID limit ?",
        (row, n) -> known(row),
        values.toArray());
  }

  @Override
  public void forgetMailbox(long orderId) {
    jdbc.update(FORGET_MAILBOX, orderId);
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
