package org.postpurchase.restraint.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.restraint.ChannelPace;
import org.postpurchase.restraint.ContactFacts;
import org.postpurchase.restraint.ContactStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.ManyRows;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** PP_CONTACT and PP_CHANNEL_PACE, with what PP_MESSAGE and PP_STEP_EXECUTION say about people. */
final class JdbcContactStore implements ContactStore {
  private static final String KNOW = "insert into PP_CONTACT (CONTACT, KNOWN_SINCE) values (?, ?)";
  private static final String WISHES =
      "select 'W' KIND, CONTACT, '' NAME, LEAST_HOURS NUM, 0 NUM2, PAUSED_UNTIL MOMENT, '' HOURS"
          + " from PP_CONTACT where (PAUSED_UNTIL is not null or LEAST_HOURS > 0) and ";
  private static final String TOUCHES =
      "select 'T', CONTACT, CHANNEL, max(case when STATE in ('QUEUED', 'SENDING') then 1 else 0"
          + " end), 0, max(FINISHED_AT), '' from PP_MESSAGE where PURPOSE = 'MARKETING' and (STATE"
          + " in ('QUEUED', 'SENDING') or (STATE in ('SENT', 'UNCERTAIN') and FINISHED_AT > ?)) and"
          + " ";
  private static final String DUE =
      "select 'D', n.CONTACT, e.STEP_KEY, e.EXECUTION_ID, n.SERIES_VERSION_ID, e.PLANNED_AT, ''"
          + " from PP_ENROLLMENT n join PP_STEP_EXECUTION e on e.ENROLLMENT_ID = n.ENROLLMENT_ID"
          + " where n.STATE = 'ACTIVE' and e.STATE = 'SCHEDULED' and e.DUE_AT <= ? and ";
  private static final String CHANNELS =
      "select 'C', '', CHANNEL, BUDGET_HOURS, 0, CHANGED_AT, HOURS from PP_CHANNEL_PACE";
  private static final String AND = " union all ";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final ManyRows many;

  JdbcContactStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = inserts.dialect();
    this.many = new ManyRows(jdbc, dialect);
  }

  @Override
  public Set<String> take(Collection<String> mailboxes, Instant now) {
    Set<String> wanted = new TreeSet<>(mailboxes);
    OneOf these = many.oneOf("CONTACT", wanted);
    Set<String> taken;
    if (dialect.canSkipLocked()) {
      taken =
          new HashSet<>(
              jdbc.queryForList(
                  "select CONTACT from PP_CONTACT"
                      + dialect.byPrimaryKey()
                      + " where "
                      + these.sql
                      + " order by CONTACT for update skip locked",
                  String.class,
                  these.args()));
    } else { // there a select takes no lock that others wait for
      jdbc.update("update PP_CONTACT set CONTACT = CONTACT where " + these.sql, these.args());
      taken = many.known("PP_CONTACT", "CONTACT", wanted);
    }
    if (taken.size() < wanted.size()) {
      makeKnown(wanted, now);
    }
    return taken;
  }

  /** People without a row can be taken the next time. */
  private void makeKnown(Set<String> wanted, Instant now) {
    Set<String> known = many.known("PP_CONTACT", "CONTACT", wanted);
    List<Object[]> rows = new ArrayList<>();
    wanted.stream()
        .filter(mailbox -> !known.contains(mailbox))
        .forEach(mailbox -> rows.add(new Object[] {mailbox, Utc.param(now)}));
    inserts.allOrKeep(KNOW, rows);
  }

  @Override
  public ContactFacts read(Collection<String> mailboxes, Instant since, Instant due) {
    OneOf these = many.oneOf("CONTACT", new TreeSet<>(mailboxes));
    StringBuilder sql = new StringBuilder(WISHES).append(these.sql);
    List<Object> args = new ArrayList<>(Arrays.asList(these.args()));
    sql.append(AND).append(TOUCHES).append(these.sql).append(" group by CONTACT, CHANNEL");
    args.addAll(Arrays.asList(these.argsAfter(Utc.param(since))));
    if (due != null) {
      sql.append(AND).append(DUE).append("n.").append(these.sql);
      args.addAll(Arrays.asList(these.argsAfter(Utc.param(due))));
    }
    sql.append(AND).append(CHANNELS);
    ContactFacts facts = new ContactFacts();
    RowCallbackHandler collect = row -> add(row, facts);
    jdbc.query(sql.toString(), collect, args.toArray());
    return facts;
  }

  private static void add(ResultSet row, ContactFacts facts) throws SQLException {
    String contact = row.getString(2);
    String name = row.getString(3);
    long number = row.getLong(4);
    Instant moment = Utc.instant(row, "MOMENT");
    switch (row.getString(1).charAt(0)) {
      case 'W':
        facts.wish(contact, moment, (int) number);
        break;
      case 'T':
        facts.touch(contact, name, number == 1, moment);
        break;
      case 'D':
        facts.due(contact, new ContactFacts.DueStep(number, name, row.getLong(5), moment));
        break;
      default:
        facts.channel(new ChannelPace(name, (int) number, Columns.text(row, "HOURS")));
        break;
    }
  }
}
