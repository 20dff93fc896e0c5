package org.postpurchase.sunset.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.sunset.SunsetSetting;
import org.postpurchase.sunset.SunsetStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_SUNSET and PP_SUNSET_SETTING, and what is read of PP_MESSAGE and PP_CONTACT. */
final class JdbcSunsetStore implements SunsetStore {
  private static final String YES = "YES";
  private static final String NO = "NO";
  private static final String SETTING =
      "select SWITCHED_ON, MESSAGES_LEAST, QUIET_DAYS from PP_SUNSET_SETTING where SETTING_ID = 1";
  private static final String SAVE =
      "update PP_SUNSET_SETTING set SWITCHED_ON = ?, MESSAGES_LEAST = ?, QUIET_DAYS = ?, CHANGED_AT"
          + " = ? where SETTING_ID = 1";
  private static final String ADD =
      "insert into PP_SUNSET_SETTING (SETTING_ID, SWITCHED_ON, MESSAGES_LEAST, QUIET_DAYS,"
          + " CHANGED_AT) values (?, ?, ?, ?, ?)";
  private static final String RESTING = "select CONTACT, SINCE from PP_SUNSET where CONTACT {keys}";
  private static final String PREFERRED =
      "select CONTACT, PREFERRED_AT from PP_CONTACT where CONTACT {keys} and PREFERRED_AT is not"
          + " null";
  private static final String ADVERTISED =
      "select CONTACT, FINISHED_AT from PP_MESSAGE where CONTACT {keys} and PURPOSE = 'MARKETING'"
          + " and STATE = 'SENT' and ENROLLMENT_ID is not null";
  private static final String BEGIN =
      "insert into PP_SUNSET (CONTACT, CUSTOMER_ID, SINCE, TOLD) values (?, ?, ?, ?)";
  private static final String END = "delete from PP_SUNSET where CONTACT {keys}";
  private static final String UNTOLD =
      "select CONTACT, CUSTOMER_ID, SINCE from PP_SUNSET where TOLD = 'NO' and CONTACT > ? order by CONTACT limit"
          + " ?";
  private static final String TELL = "update PP_SUNSET set TOLD = ? where CONTACT = ?";
  private static final String COUNT =
      "select count(*) from (select 1 as N from PP_SUNSET limit 1000) R";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets sets;

  JdbcSunsetStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.sets = inserts.rows();
  }

  @Override
  public Optional<SunsetSetting> setting() {
    return jdbc
        .query(
            SETTING,
            (row, n) ->
                new SunsetSetting(YES.equals(row.getString(1)), row.getInt(2), row.getInt(3)))
        .stream()
        .findFirst();
  }

  @Override
  public void save(SunsetSetting setting, Instant now) {
    String on = setting.on ? YES : NO;
    if (jdbc.update(SAVE, on, setting.messages, setting.days, Utc.param(now)) == 0) {
      inserts.orKeep(ADD, 1, on, setting.messages, setting.days, Utc.param(now));
    }
  }

  @Override
  public void clear() {
    jdbc.update("delete from PP_SUNSET");
  }

  @Override
  public Map<String, Instant> resting(Collection<String> contacts) {
    return moments(RESTING, contacts, "SINCE");
  }

  @Override
  public Map<String, Instant> preferred(Collection<String> contacts) {
    return moments(PREFERRED, contacts, "PREFERRED_AT");
  }

  private Map<String, Instant> moments(String sql, Collection<String> contacts, String column) {
    Map<String, Instant> moments = new HashMap<>();
    sets.select(
        sql, contacts, (row, n) -> moments.put(row.getString("CONTACT"), Utc.instant(row, column)));
    return moments;
  }

  @Override
  public Map<String, List<Instant>> advertised(Collection<String> contacts) {
    Map<String, List<Instant>> sent = new HashMap<>();
    sets.select(
        ADVERTISED,
        contacts,
        (row, n) ->
            sent.computeIfAbsent(row.getString("CONTACT"), key -> new ArrayList<>())
                .add(Utc.instant(row, "FINISHED_AT")));
    sent.values().forEach(Collections::sort);
    return sent;
  }

  @Override
  public void begin(Collection<Resting> people) {
    List<Object[]> rows =
        people.stream()
            .sorted(Comparator.comparing(person -> person.contact))
            .map(p -> new Object[] {p.contact, p.customerId, Utc.param(p.since), NO})
            .collect(Collectors.toList());
    inserts.allIfAbsent(BEGIN, rows);
  }

  @Override
  public void end(Collection<String> contacts) {
    sets.delete(END, contacts);
  }

  @Override
  public List<Resting> untold(String after, int limit) {
    return jdbc.query(
        UNTOLD,
        (row, n) ->
            new Resting(
                row.getString("CONTACT"), row.getLong("CUSTOMER_ID"), Utc.instant(row, "SINCE")),
        after,
        limit);
  }

  @Override
  public void told(Collection<Resting> people) {
    List<Object[]> rows =
        people.stream().map(p -> new Object[] {YES, p.contact}).collect(Collectors.toList());
    sets.update(TELL, rows);
  }

  @Override
  public int count() {
    return jdbc.queryForObject(COUNT, Integer.class);
  }
}
