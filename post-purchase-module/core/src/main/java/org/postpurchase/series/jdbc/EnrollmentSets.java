package org.postpurchase.series.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.NewRun;
import org.postpurchase.series.RunEnd;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What is read and written for many runs at once. */
final class EnrollmentSets {
  private static final String ON_OTHER_VERSIONS =
      " where SERIES_ID = ? and STATE = 'ACTIVE' and SERIES_VERSION_ID <> ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final ManyRows many;

  EnrollmentSets(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = inserts.dialect();
    this.many = new ManyRows(jdbc, dialect);
  }

  Set<String> lockContacts(Map<String, Instant> since) {
    SortedMap<String, Instant> people = new TreeMap<>();
    since.forEach((contact, at) -> people.putIfAbsent(EmailAddress.keyOf(contact), at));
    List<Object[]> rows = new ArrayList<>();
    people.forEach((mailbox, at) -> rows.add(new Object[] {mailbox, Utc.param(at)}));
    Set<String> strangers = new TreeSet<>();
    if (dialect == SqlDialect.POSTGRESQL) { // new rows are locked by having been inserted
      strangers.addAll(
          many.insertMissing(JdbcEnrollmentStore.KNOW, "PP_CONTACT", "CONTACT", 0, rows));
    } else { // without a gap lock for those that are not there
      Set<String> there = many.known("PP_CONTACT", "CONTACT", people.keySet());
      rows.removeIf(row -> there.contains(row[0]));
      inserts.allOrKeep(JdbcEnrollmentStore.KNOW, rows);
    }
    people.keySet().removeAll(strangers);
    lockThere(people.keySet());
    return strangers;
  }

  private void lockThere(Set<String> mailboxes) {
    if (mailboxes.isEmpty()) {
      return;
    }
    OneOf these = many.oneOf("CONTACT", mailboxes);
    if (dialect.canSkipLocked()) {
      jdbc.queryForList(
          "select CONTACT from PP_CONTACT"
              + dialect.byPrimaryKey()
              + " where "
              + these.sql
              + " order by CONTACT for update",
          String.class,
          these.args());
    } else { // there a select takes no lock that others wait for
      jdbc.update("update PP_CONTACT set CONTACT = CONTACT where " + these.sql, these.args());
    }
  }

  void enterAll(List<NewRun> runs, ExecutionStore steps) {
    Map<String, NewRun> byKey = new LinkedHashMap<>();
    runs.forEach(run -> byKey.putIfAbsent(run.key, run));
    Map<Long, NewRun> byId = new TreeMap<>();
    many.insertMissingWithIds(
            JdbcEnrollmentStore.ENTER,
            "PP_ENROLLMENT",
            "ENROLLMENT_KEY",
            "ENROLLMENT_ID",
            byKey.values().stream()
                .map(r -> row(r.key, r.seriesId, r.versionId, r.person, r.enteredAt))
                .collect(Collectors.toList()))
        .forEach((key, id) -> byId.put(id, byKey.get(key)));
    if (!byId.isEmpty()) {
      steps.addAll(byId);
    }
  }

  static Object[] row(
      String key, long seriesId, long versionId, Enrollment.Person person, Instant at) {
    return new Object[] {
      key, seriesId, versionId, person.contact, person.customerId, person.orderId, Utc.param(at)
    };
  }

  void endAll(Collection<RunEnd> ends) {
    ManyRows.Changes changes =
        many.changes(
            "update PP_ENROLLMENT set STATE = ?, REASON_CODE = ?, ENDED_AT = ?",
            "ENROLLMENT_ID",
            " and STATE = 'ACTIVE'");
    ends.forEach(
        end ->
            changes.add(
                end.runId,
                end.state.name(),
                end.reason == null ? null : end.reason.name(),
                Utc.param(end.at)));
    changes.writeWhatCanBe();
  }

  List<Enrollment> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? Collections.emptyList()
        : among(many.oneOf("ENROLLMENT_ID", ids), "", "");
  }

  List<Enrollment> activeOfOrders(Collection<Long> orderIds) {
    return orderIds.isEmpty()
        ? Collections.emptyList()
        : among(many.oneOf("ORDER_ID", orderIds), " and STATE = 'ACTIVE'", dialect.latest());
  }

  private List<Enrollment> among(OneOf these, String condition, String lock) {
    return jdbc.query(
        JdbcEnrollmentStore.SELECT
            + " where "
            + these.sql
            + condition
            + " order by ENROLLMENT_ID"
            + lock,
        (row, n) -> JdbcEnrollmentStore.enrollment(row),
        these.args());
  }

  Map<String, Enrollment> ofContacts(Collection<String> contacts) {
    return byKey(
        "CONTACT", contacts.stream().map(EmailAddress::keyOf).collect(Collectors.toList()));
  }

  Map<String, Enrollment> ofCustomers(Collection<Long> customerIds) {
    Set<Long> customers = new TreeSet<>(customerIds);
    customers.remove(0L);
    return byKey("CUSTOMER_ID", customers);
  }

  private Map<String, Enrollment> byKey(String column, Collection<?> values) {
    Map<String, Enrollment> runs = new LinkedHashMap<>();
    if (!values.isEmpty()) {
      OneOf these = many.oneOf(column, values);
      RowCallbackHandler collect =
          row -> runs.put(row.getString("ENROLLMENT_KEY"), JdbcEnrollmentStore.enrollment(row));
      jdbc.query(
          JdbcEnrollmentStore.SELECT.replace("select ", "select ENROLLMENT_KEY, ")
              + " where "
              + these.sql
              + " order by ENROLLMENT_ID"
              + dialect.latest(),
          collect,
          these.args());
    }
    return runs;
  }

  List<Enrollment> activeOnOtherVersions(long seriesId, long versionId, long after, int limit) {
    return jdbc.query(
        JdbcEnrollmentStore.SELECT
            + ON_OTHER_VERSIONS
            + " and ENROLLMENT_ID > ? order by ENROLLMENT_ID limit ?",
        (row, n) -> JdbcEnrollmentStore.enrollment(row),
        seriesId,
        versionId,
        after,
        limit);
  }

  int countOnOtherVersions(long seriesId, long versionId) {
    return jdbc.queryForObject(
        "select count(*) from PP_ENROLLMENT" + ON_OTHER_VERSIONS,
        Integer.class,
        seriesId,
        versionId);
  }

  void moveTo(long versionId, Collection<Long> runIds) {
    if (!runIds.isEmpty()) {
      OneOf these = many.oneOf("ENROLLMENT_ID", runIds);
      jdbc.update(
          "update PP_ENROLLMENT set SERIES_VERSION_ID = ? where " + these.sql,
          these.argsAfter(versionId));
    }
  }

  Map<Long, Enrollment> lock(List<Long> ids) {
    Map<Long, Enrollment> found = new HashMap<>();
    if (!ids.isEmpty()) {
      OneOf these = many.oneOf("ENROLLMENT_ID", ids);
      if (!dialect.canSkipLocked()) { // there a select takes no lock that others wait for
        jdbc.update("update PP_ENROLLMENT set CONTACT = CONTACT where " + these.sql, these.args());
      }
      among(these, "", dialect.forUpdate()).forEach(e -> found.put(e.id, e));
    }
    return found;
  }
}
