package org.postpurchase.click.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.click.Click;
import org.postpurchase.click.ClickStore;
import org.postpurchase.shared.ErasedMailbox;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_CLICK, PP_CLICK_SETTING and the wish on PP_CONTACT. */
final class JdbcClickStore implements ClickStore {
  private static final String YES = "YES";
  private static final String NO = "NO";
  private static final String SETTING =
      "select MEASURED, FIRST_ON_AT from PP_CLICK_SETTING where SETTING_ID = 1";
  private static final String ADD_SETTING =
      "insert into PP_CLICK_SETTING (SETTING_ID, MEASURED, FIRST_ON_AT, CHANGED_AT) values (?,"
          + " ?, ?, ?)";
  private static final String SAVE_SETTING =
      "update PP_CLICK_SETTING set MEASURED = ?, CHANGED_AT = ? where SETTING_ID = 1";
  private static final String LOCK =
      "select MESSAGE_ID, CONTACT, PURPOSE, STATE, BEGUN_AT, FINISHED_AT, ENROLLMENT_ID, STEP_KEY,"
          + " HTML_BODY from PP_MESSAGE where MESSAGE_ID = ? for update";
  private static final String TOUCH = "update PP_MESSAGE set STATE = STATE where MESSAGE_ID = ?";
  private static final String SERIES_OF =
      "select SERIES_ID from PP_ENROLLMENT where ENROLLMENT_ID = ?";
  private static final String OF_MESSAGE =
      "select LINK_NO, CLICKED_AT, REASON from PP_CLICK where MESSAGE_ID = ?";
  private static final String CHANGE =
      "update PP_CLICK set CLICKED_AT = ?, VERDICT = ?, REASON = ? where MESSAGE_ID = ? and LINK_NO"
          + " = ?";
  private static final String ADD =
      "insert into PP_CLICK (MESSAGE_ID, LINK_NO, CONTACT, ENROLLMENT_ID, SERIES_ID, STEP_KEY,"
          + " LINK_TO, CLICKED_AT, VERDICT, REASON) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OBJECTING =
      "select CONTACT from PP_CONTACT where CONTACT {keys} and CLICKS = 'NO'";
  private static final String STEPS =
      "select distinct ENROLLMENT_ID, STEP_KEY from PP_CLICK where ENROLLMENT_ID {keys} and VERDICT"
          + " = 'COUNTED'";
  private static final String LAST =
      "select CONTACT, max(CLICKED_AT) as LAST_AT from PP_CLICK where CONTACT {keys} and VERDICT ="
          + " 'COUNTED' group by CONTACT";
  private static final String SINCE =
      "select CONTACT, CLICKED_AT, MESSAGE_ID, LINK_NO, SERIES_ID, STEP_KEY from PP_CLICK where"
          + " CONTACT {keys} and VERDICT = 'COUNTED' and CLICKED_AT >= ? order by CLICKED_AT,"
          + " MESSAGE_ID, LINK_NO";

  private static final String NEWEST =
      "select c.CLICKED_AT, c.CONTACT, c.MESSAGE_ID, m.SUBJECT, c.LINK_TO from PP_CLICK c left join"
          + " PP_MESSAGE m on m.MESSAGE_ID = c.MESSAGE_ID where c.CLICKED_AT >= ? and c.CLICKED_AT"
          + " < ? and c.VERDICT = 'COUNTED' and c.SERIES_ID = ? and c.STEP_KEY = ? order by"
          + " c.CLICKED_AT desc, c.MESSAGE_ID desc, c.LINK_NO limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets sets;

  JdbcClickStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.sets = inserts.rows();
  }

  @Override
  public Optional<Setting> setting() {
    return jdbc
        .query(
            SETTING,
            (row, n) -> new Setting(YES.equals(row.getString(1)), Utc.instant(row, "FIRST_ON_AT")))
        .stream()
        .findFirst();
  }

  @Override
  public void save(boolean measured, Instant now) {
    String value = measured ? YES : NO;
    if (jdbc.update(SAVE_SETTING, value, Utc.param(now)) == 0) {
      inserts.orKeep(ADD_SETTING, 1, value, Utc.param(now), Utc.param(now));
    }
  }

  @Override
  public Optional<Sent> lock(long messageId) {
    if (!inserts.dialect().canSkipLocked()) { // some databases lock nothing for a select
      jdbc.update(TOUCH, messageId);
    }
    Optional<Sent> sent =
        jdbc.query(LOCK, (row, n) -> sent(row), messageId).stream()
            .filter(each -> !each.contact.isEmpty() && !ErasedMailbox.isPseudonym(each.contact))
            .findFirst();
    sent.filter(each -> each.runId != 0)
        .ifPresent(
            each ->
                jdbc.query(SERIES_OF, (row, n) -> row.getLong(1), each.runId)
                    .forEach(series -> each.seriesId = series));
    return sent;
  }

  private static Sent sent(ResultSet row) throws SQLException {
    Sent sent = new Sent();
    sent.messageId = row.getLong("MESSAGE_ID");
    sent.contact = Columns.text(row, "CONTACT");
    sent.marketing = "MARKETING".equals(row.getString("PURPOSE"));
    String state = row.getString("STATE");
    boolean ended = "SENT".equals(state) || "UNCERTAIN".equals(state);
    sent.handedOver =
        ended
            ? Utc.instant(row, "FINISHED_AT")
            : "SENDING".equals(state) ? Utc.instant(row, "BEGUN_AT") : null;
    sent.runId = row.getLong("ENROLLMENT_ID");
    sent.stepKey = Columns.text(row, "STEP_KEY");
    sent.html = Columns.text(row, "HTML_BODY");
    return sent;
  }

  @Override
  public List<Click> ofMessage(long messageId) {
    return jdbc.query(
        OF_MESSAGE,
        (row, n) ->
            new Click(
                row.getInt("LINK_NO"), Utc.instant(row, "CLICKED_AT"), reason(row.getString(3))),
        messageId);
  }

  private static Click.Reason reason(String stored) {
    return stored == null || stored.isEmpty() ? Click.Reason.NONE : Click.Reason.valueOf(stored);
  }

  @Override
  public void keep(Sent m, Collection<Click> clicks, Map<Integer, String> targets) {
    for (Click click : clicks) { // two at most: one that is new, or what a burst takes back
      String reason = click.reason == Click.Reason.NONE ? null : click.reason.name();
      String verdict = click.verdict().name();
      int changed =
          jdbc.update(CHANGE, Utc.param(click.at), verdict, reason, m.messageId, click.link);
      if (changed == 0) {
        jdbc.update( // others wait for the message
            ADD,
            m.messageId,
            click.link,
            m.contact,
            m.runId,
            m.seriesId,
            m.stepKey.isEmpty() ? null : m.stepKey,
            targets.getOrDefault(click.link, ""),
            Utc.param(click.at),
            verdict,
            reason);
      }
    }
  }

  @Override
  public List<Shown> newest(long seriesId, String stepKey, Instant from, Instant until, int limit) {
    return jdbc.query(
        NEWEST,
        (row, n) ->
            new Shown(
                Utc.instant(row, "CLICKED_AT"),
                row.getString("CONTACT"),
                row.getLong("MESSAGE_ID"),
                Columns.text(row, "SUBJECT"),
                Columns.text(row, "LINK_TO")),
        Utc.param(from),
        Utc.param(until),
        seriesId,
        stepKey,
        limit);
  }

  @Override
  public Set<String> objecting(Collection<String> contacts) {
    return new HashSet<>(sets.select(OBJECTING, contacts, (row, n) -> row.getString(1)));
  }

  @Override
  public Map<Long, Set<String>> stepsOfRuns(Collection<Long> runIds) {
    Map<Long, Set<String>> steps = new HashMap<>();
    sets.select(
        STEPS,
        runIds,
        (row, n) ->
            steps
                .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                .add(Columns.text(row, "STEP_KEY")));
    return steps;
  }

  @Override
  public Map<String, Instant> last(Collection<String> contacts) {
    Map<String, Instant> last = new HashMap<>();
    sets.select(
        LAST,
        contacts,
        (row, n) -> last.put(row.getString("CONTACT"), Utc.instant(row, "LAST_AT")));
    return last;
  }

  @Override
  public List<OfSeries> countedSince(Collection<String> contacts, Instant from) {
    List<OfSeries> clicks =
        sets.select(
            SINCE,
            contacts,
            (row, n) ->
                new OfSeries(
                    row.getString("CONTACT"),
                    Utc.instant(row, "CLICKED_AT"),
                    row.getLong("MESSAGE_ID"),
                    row.getLong("SERIES_ID"),
                    Columns.text(row, "STEP_KEY")),
            Utc.param(from));
    clicks.sort(Comparator.comparing(click -> click.at)); // several lists of mailboxes
    return clicks;
  }
}
