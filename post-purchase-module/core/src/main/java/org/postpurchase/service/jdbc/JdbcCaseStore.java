package org.postpurchase.service.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.service.Advertising;
import org.postpurchase.service.CaseEvent;
import org.postpurchase.service.CaseKind;
import org.postpurchase.service.CaseState;
import org.postpurchase.service.CaseStore;
import org.postpurchase.service.NewCase;
import org.postpurchase.service.Pause;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.CountUpTo;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcCaseStore implements CaseStore {
  private static final String SELECT =
      "select CASE_ID, CAUSE_KEY, KIND, CONTACT, EMAIL, NAME, CUSTOMER_ID, ORDER_ID, ORDER_LINE_ID,"
          + " SUBJECT, STATE, ASSIGNEE, OPENED_AT, FIRST_DUE_AT, FIRST_AT, DUE_AT, WAITING_SINCE,"
          + " CLOSED_AT, CLOSED_BY, ADVERTISING, EDITION from PP_CASE";
  private static final String ADD =
      "insert into PP_CASE (CAUSE_KEY, KIND, CONTACT, EMAIL, NAME, CUSTOMER_ID, ORDER_ID,"
          + " ORDER_LINE_ID, SUBJECT, STATE, ASSIGNEE, OPENED_AT, FIRST_DUE_AT, DUE_AT, CLOSED_BY,"
          + " ADVERTISING, EDITION) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SAVE =
      "update PP_CASE set STATE = ?, ASSIGNEE = ?, OPENED_AT = ?, FIRST_DUE_AT = ?, FIRST_AT = ?,"
          + " DUE_AT = ?, WAITING_SINCE = ?, CLOSED_AT = ?, CLOSED_BY = ?, ADVERTISING = ?, EDITION"
          + " = ? where CASE_ID = ? and EDITION = ?";
  private static final String EVENT =
      "insert into PP_CASE_EVENT (CASE_ID, KIND, ACTOR, NOTE, HAPPENED_AT) values (?, ?, ?, ?, ?)";
  private static final String EVENTS =
      "select KIND, ACTOR, NOTE, HAPPENED_AT from PP_CASE_EVENT where CASE_ID = ? order by"
          + " EVENT_ID";
  private static final String IN_SERVICE =
      "select CONTACT from PP_CASE where CONTACT {keys} and ADVERTISING in ('PAUSED', 'STOPPED')";
  private static final String WAITING = SELECT + " where STATE = 'WAITING' and WAITING_SINCE < ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcCaseStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public boolean add(ServiceCase fresh) {
    NewCase cause = fresh.cause;
    return inserts.ifAbsent(
        ADD,
        cause.causeKey,
        cause.kind.name(),
        fresh.contact,
        cause.email.toString(),
        cause.name,
        cause.customerId,
        cause.orderId,
        cause.lineId,
        cause.subject,
        fresh.state.name(),
        fresh.assignee,
        Utc.param(fresh.times.openedAt),
        Utc.param(fresh.times.firstDueAt),
        Utc.param(fresh.times.dueAt),
        fresh.closedBy,
        fresh.advertising.name(),
        fresh.edition);
  }

  @Override
  public Optional<ServiceCase> find(long id) {
    return one(" where CASE_ID = ?", id);
  }

  @Override
  public Optional<ServiceCase> ofCause(String causeKey) {
    return one(" where CAUSE_KEY = ?", causeKey);
  }

  @Override
  public Optional<ServiceCase> lock(long id) {
    return jdbc.update("update PP_CASE set KIND = KIND where CASE_ID = ?", id) == 0
        ? Optional.<ServiceCase>empty()
        : one(" where CASE_ID = ? for update", id);
  }

  @Override
  public Optional<ServiceCase> lockCause(String causeKey) {
    jdbc.update("update PP_CASE set KIND = KIND where CAUSE_KEY = ?", causeKey);
    return one(" where CAUSE_KEY = ? for update", causeKey);
  }

  private Optional<ServiceCase> one(String where, Object... args) {
    return jdbc.query(SELECT + where, (row, n) -> read(row), args).stream().findFirst();
  }

  private static ServiceCase read(ResultSet row) throws SQLException {
    NewCase cause =
        NewCase.of(
                CaseKind.valueOf(row.getString("KIND")),
                row.getString("CAUSE_KEY"),
                EmailAddress.stored(row.getString("EMAIL")))
            .customer(row.getLong("CUSTOMER_ID"), Columns.text(row, "NAME"))
            .order(row.getLong("ORDER_ID"))
            .line(row.getLong("ORDER_LINE_ID"))
            .about(Columns.text(row, "SUBJECT"))
            .build();
    ServiceCase.Times times =
        new ServiceCase.Times(
            Utc.instant(row, "OPENED_AT"),
            Utc.instant(row, "FIRST_DUE_AT"),
            Utc.instant(row, "FIRST_AT"),
            Utc.instant(row, "DUE_AT"),
            Utc.instant(row, "WAITING_SINCE"),
            Utc.instant(row, "CLOSED_AT"));
    return ServiceCase.of(row.getLong("CASE_ID"), cause, times)
        .state(CaseState.valueOf(row.getString("STATE")))
        .assignee(Columns.text(row, "ASSIGNEE"))
        .closedBy(Columns.text(row, "CLOSED_BY"))
        .advertising(Advertising.valueOf(row.getString("ADVERTISING")))
        .edition(row.getInt("EDITION"))
        .build();
  }

  @Override
  public boolean save(ServiceCase c) {
    return jdbc.update(
            SAVE,
            c.state.name(),
            c.assignee,
            Utc.param(c.times.openedAt),
            Utc.param(c.times.firstDueAt),
            Utc.param(c.times.firstAt),
            Utc.param(c.times.dueAt),
            Utc.param(c.times.waitingSince),
            Utc.param(c.times.closedAt),
            c.closedBy,
            c.advertising.name(),
            c.edition,
            c.id,
            c.edition - 1)
        == 1;
  }

  @Override
  public void add(long caseId, CaseEvent e) {
    jdbc.update(EVENT, caseId, e.kind.name(), e.actor, e.note, Utc.param(e.at));
  }

  @Override
  public List<CaseEvent> eventsOf(long caseId) {
    return jdbc.query(
        EVENTS,
        (row, n) ->
            new CaseEvent(
                CaseEvent.Kind.valueOf(row.getString("KIND")),
                row.getString("ACTOR"),
                Columns.text(row, "NOTE"),
                Utc.instant(row, "HAPPENED_AT")),
        caseId);
  }

  @Override
  public void beginPause(long caseId, Instant from) {
    jdbc.update(
        "insert into PP_CASE_PAUSE (CASE_ID, FROM_AT) values (?, ?)", caseId, Utc.param(from));
  }

  @Override
  public void endPause(long caseId, Instant to) {
    jdbc.update(
        "update PP_CASE_PAUSE set TO_AT = ? where CASE_ID = ? and TO_AT is null",
        Utc.param(to),
        caseId);
  }

  @Override
  public List<Pause> pausesOf(long caseId) {
    return jdbc.query(
        "select FROM_AT, TO_AT from PP_CASE_PAUSE where CASE_ID = ? order by FROM_AT",
        (row, n) -> new Pause(Utc.instant(row, "FROM_AT"), Utc.instant(row, "TO_AT")),
        caseId);
  }

  @Override
  public Set<String> inService(Collection<String> contacts) {
    return new HashSet<>(
        inserts
            .rows()
            .select(IN_SERVICE, new HashSet<>(contacts), (row, n) -> row.getString("CONTACT")));
  }

  @Override
  public List<ServiceCase> waitingSince(Instant before, int limit) {
    return jdbc.query(
        WAITING + " order by WAITING_SINCE limit ?",
        (row, n) -> read(row),
        Utc.param(before),
        limit);
  }

  @Override
  public Optional<Instant> waitsLongest() {
    return jdbc.query(
            "select min(WAITING_SINCE) OLDEST from PP_CASE where STATE = 'WAITING'",
            (row, n) -> Optional.ofNullable(Utc.instant(row, "OLDEST")))
        .get(0);
  }

  @Override
  public PageOf<ServiceCase> page(CaseState state, String search, ListPage page) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    PageByKey list = new PageByKey(jdbc, "CASE_ID");
    boolean queue = state == CaseState.OPEN || state == CaseState.WAITING;
    return (queue ? list.smallestFirst("DUE_AT", "PP_CASE") : list)
        .of(SELECT, where, args, page, (row, n) -> read(row));
  }

  @Override
  public int countUpTo(int most, CaseState state, String search) {
    List<Object> args = new ArrayList<>();
    String where = where(state, search, args);
    return CountUpTo.rows(jdbc, most, "PP_CASE" + where, args);
  }

  private static String where(CaseState state, String search, List<Object> args) {
    List<String> conditions = new ArrayList<>();
    if (state != null) {
      conditions.add("STATE = ?");
      args.add(state.name());
    }
    if (!search.isEmpty()) {
      conditions.add("(CONTACT like ? escape '!' or lower(SUBJECT) like ? escape '!')");
      String like = "%" + search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
      args.add(like);
      args.add(like);
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  @Override
  public List<ServiceCase> ofContact(String contact, int limit) {
    return jdbc.query(
        SELECT + " where CONTACT = ? order by CASE_ID desc limit ?",
        (row, n) -> read(row),
        contact,
        limit);
  }
}
