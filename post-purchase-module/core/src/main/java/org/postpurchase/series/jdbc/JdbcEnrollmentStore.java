package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.moment.Moment;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.EnrollmentState;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.NewRun;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.series.RunEnd;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Who;
import org.postpurchase.shared.jdbc.Filter;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.JdbcPages;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

final class JdbcEnrollmentStore implements EnrollmentStore {
  static final String KNOW = "insert into PP_CONTACT (CONTACT, KNOWN_SINCE) values (?, ?)";

  /** The update takes the row lock on every database, also where a select cannot. */
  private static final String LOCK = "update PP_CONTACT set CONTACT = CONTACT where CONTACT = ?";

  static final String ENTER =
      "insert into PP_ENROLLMENT (ENROLLMENT_KEY, SERIES_ID, SERIES_VERSION_ID, CONTACT,"
          + " CUSTOMER_ID, ORDER_ID, STATE, ENTERED_AT) values (?, ?, ?, ?, ?, ?, 'ACTIVE', ?)";
  private static final String ID_OF_KEY =
      "select ENROLLMENT_ID from PP_ENROLLMENT where ENROLLMENT_KEY = ?";
  static final String SELECT =
      "select ENROLLMENT_ID, SERIES_ID, SERIES_VERSION_ID, CONTACT, CUSTOMER_ID, ORDER_ID, STATE,"
          + " REASON_CODE, ENTERED_AT, ENDED_AT from PP_ENROLLMENT";
  private static final String FIND = SELECT + " where ENROLLMENT_ID = ?";
  private static final String ACTIVE_OF_ORDER =
      SELECT + " where ORDER_ID = ? and STATE = 'ACTIVE' order by ENROLLMENT_ID";
  private static final String ACTIVE_OF_CONTACT =
      SELECT + " where CONTACT = ? and STATE = 'ACTIVE' order by ENROLLMENT_ID";
  private static final String IN_SERIES = SELECT + " where CONTACT = ? and SERIES_ID = ?";
  private static final String OF_CUSTOMER_IN_SERIES =
      SELECT + " where CUSTOMER_ID = ? and SERIES_ID = ?";
  private static final String OF_MOMENT =
      SELECT
          + " where ENROLLMENT_ID in (select ENROLLMENT_ID from PP_MEMBER_MOMENT where MOMENT_KEY ="
          + " ?) and SERIES_ID = ? order by ENROLLMENT_ID";
  private static final String END =
      "update PP_ENROLLMENT set STATE = ?, REASON_CODE = ?, ENDED_AT = ? where ENROLLMENT_ID = ?"
          + " and STATE = 'ACTIVE'";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final JdbcMoments moments;
  private final EnrollmentSets sets;

  JdbcEnrollmentStore(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
    this.moments = new JdbcMoments(jdbc);
    this.sets = new EnrollmentSets(jdbc, inserts);
  }

  @Override
  public void lockContact(String contact, Instant now) {
    String mailbox = EmailAddress.keyOf(contact);
    if (jdbc.update(LOCK, mailbox) == 0) {
      inserts.orKeep(KNOW, mailbox, Utc.param(now));
      jdbc.update(LOCK, mailbox);
    }
  }

  @Override
  public Set<String> lockContacts(Map<String, Instant> since) {
    return sets.lockContacts(since);
  }

  @Override
  public void enterAll(List<NewRun> runs, ExecutionStore steps) {
    sets.enterAll(runs, steps);
  }

  @Override
  public void endAll(Collection<RunEnd> ends) {
    sets.endAll(ends);
  }

  @Override
  public List<Enrollment> findAll(Collection<Long> ids) {
    return sets.findAll(ids);
  }

  @Override
  public List<Enrollment> activeOfOrders(Collection<Long> orderIds) {
    return sets.activeOfOrders(orderIds);
  }

  @Override
  public Map<String, Enrollment> ofContacts(Collection<String> contacts) {
    return sets.ofContacts(contacts);
  }

  @Override
  public Map<String, Enrollment> ofCustomers(Collection<Long> customerIds) {
    return sets.ofCustomers(customerIds);
  }

  @Override
  public OptionalLong enter(
      String key, long seriesId, long versionId, Enrollment.Person person, Instant now) {
    boolean isNew =
        inserts.ifAbsent(ENTER, EnrollmentSets.row(key, seriesId, versionId, person, now));
    return isNew
        ? OptionalLong.of(jdbc.queryForObject(ID_OF_KEY, Long.class, key))
        : OptionalLong.empty();
  }

  @Override
  public boolean isEntered(String key) {
    return !jdbc.queryForList(ID_OF_KEY + dialect.latest(), Long.class, key).isEmpty();
  }

  @Override
  public void keepMoment(long enrollmentId, Moment moment) {
    moments.keep(enrollmentId, moment);
  }

  @Override
  public Optional<Moment> momentOf(Enrollment run) {
    return moments.of(run);
  }

  @Override
  public Map<Long, Moment> momentsOf(Collection<Enrollment> runs) {
    return moments.ofAll(runs, dialect);
  }

  @Override
  public List<Enrollment> ofMoment(long seriesId, String momentKey) {
    return jdbc.query(
        OF_MOMENT + dialect.latest(), (row, n) -> enrollment(row), momentKey, seriesId);
  }

  @Override
  public Optional<Enrollment> find(long id) {
    return jdbc.query(FIND, (row, n) -> enrollment(row), id).stream().findFirst();
  }

  @Override
  public Map<Long, Enrollment> lock(List<Long> ids) {
    return sets.lock(ids);
  }

  @Override
  public List<Enrollment> activeOfOrder(long orderId) {
    return jdbc.query(ACTIVE_OF_ORDER + dialect.latest(), (row, n) -> enrollment(row), orderId);
  }

  @Override
  public List<Enrollment> activeOfContact(String contact) {
    return jdbc.query(
        ACTIVE_OF_CONTACT + dialect.latest(),
        (row, n) -> enrollment(row),
        EmailAddress.keyOf(contact));
  }

  @Override
  public List<Enrollment> ofPersonInSeries(String contact, long customerId, long seriesId) {
    Map<Long, Enrollment> runs = new TreeMap<>();
    RowCallbackHandler collect = row -> runs.put(row.getLong("ENROLLMENT_ID"), enrollment(row));
    jdbc.query(IN_SERIES + dialect.latest(), collect, EmailAddress.keyOf(contact), seriesId);
    if (customerId > 0) {
      jdbc.query(OF_CUSTOMER_IN_SERIES + dialect.latest(), collect, customerId, seriesId);
    }
    return new ArrayList<>(runs.values());
  }

  @Override
  public boolean end(long id, EnrollmentState state, ReasonCode reason, Instant at) {
    return jdbc.update(END, state.name(), reason == null ? null : reason.name(), Utc.param(at), id)
        == 1;
  }

  @Override
  public List<Enrollment> list(EnrollmentState state, Who who, int limit, int offset) {
    Filter filter = new Filter().and("STATE", state).of(who);
    return jdbc.query(
        SELECT + filter.where() + " order by ENROLLMENT_ID desc limit ? offset ?",
        (row, n) -> enrollment(row),
        filter.arguments(limit, offset));
  }

  @Override
  public int count(EnrollmentState state, Who who) {
    Filter filter = new Filter().and("STATE", state).of(who);
    return jdbc.queryForObject(
        "select count(*) from PP_ENROLLMENT" + filter.where(), Integer.class, filter.arguments());
  }

  @Override
  public int countActive(long seriesId) {
    return jdbc.queryForObject(
        "select count(*) from PP_ENROLLMENT where SERIES_ID = ? and STATE = 'ACTIVE'",
        Integer.class,
        seriesId);
  }

  @Override
  public List<Enrollment> activeOnOtherVersions(
      long seriesId, long versionId, long after, int limit) {
    return sets.activeOnOtherVersions(seriesId, versionId, after, limit);
  }

  @Override
  public int countOnOtherVersions(long seriesId, long versionId) {
    return sets.countOnOtherVersions(seriesId, versionId);
  }

  @Override
  public void moveTo(long versionId, Collection<Long> runIds) {
    sets.moveTo(versionId, runIds);
  }

  @Override
  public Pages<EnrollmentState, Enrollment> pages() {
    return new JdbcPages<>(
        jdbc, SELECT, "ENROLLMENT_ID", "STATE", Filter::of, (row, n) -> enrollment(row));
  }

  static Enrollment enrollment(ResultSet row) throws SQLException {
    String reason = row.getString("REASON_CODE");
    return new Enrollment(
        row.getLong("ENROLLMENT_ID"),
        row.getLong("SERIES_ID"),
        row.getLong("SERIES_VERSION_ID"),
        new Enrollment.Person(
            row.getString("CONTACT"), row.getLong("CUSTOMER_ID"), row.getLong("ORDER_ID")),
        EnrollmentState.valueOf(row.getString("STATE")),
        reason == null ? null : ReasonCode.valueOf(reason),
        Utc.instant(row, "ENTERED_AT"),
        Utc.instant(row, "ENDED_AT"));
  }
}
