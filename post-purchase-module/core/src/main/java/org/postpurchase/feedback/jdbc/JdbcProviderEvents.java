package org.postpurchase.feedback.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.feedback.ProviderEvents;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code PP_PROVIDER_EVENT}. */
final class JdbcProviderEvents implements ProviderEvents {
  private static final String INSERT =
      "insert into PP_PROVIDER_EVENT (EVENT_KEY, PROVIDER, KIND, ADDRESS, DETAIL, RECORDED_AT)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String NEWEST =
      "select EVENT_KEY, PROVIDER, KIND, ADDRESS, DETAIL, RECORDED_AT from PP_PROVIDER_EVENT order"
          + " by EVENT_ID desc limit ?";
  private static final String COUNTS =
      "select KIND, count(*) from PP_PROVIDER_EVENT where RECORDED_AT >= ? group by KIND";
  private static final String HEARD =
      "select PROVIDER, max(RECORDED_AT) RECORDED_AT from PP_PROVIDER_EVENT where PROVIDER {keys}"
          + " group by PROVIDER";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcProviderEvents(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  /** One by one: who is new decides what follows, and callbacks come in small numbers. */
  @Override
  public List<ProviderEvent> add(Collection<ProviderEvent> events, Instant now) {
    Map<String, ProviderEvent> byKey = new TreeMap<>();
    events.forEach(event -> byKey.put(event.provider + ':' + event.key, event));
    List<ProviderEvent> added = new ArrayList<>();
    byKey.forEach(
        (key, event) -> {
          if (inserts.ifAbsent(
              INSERT,
              key,
              event.provider,
              event.kind.name(),
              event.address,
              event.detail,
              Utc.param(now))) {
            added.add(event);
          }
        });
    return added;
  }

  @Override
  public List<ProviderEvent> newest(int limit) {
    return jdbc.query(
        NEWEST,
        (row, n) ->
            new ProviderEvent(
                row.getString("PROVIDER"),
                row.getString("EVENT_KEY"),
                ProviderEvent.Kind.valueOf(row.getString("KIND")),
                Columns.text(row, "ADDRESS"),
                Columns.text(row, "DETAIL"),
                Utc.instant(row, "RECORDED_AT")),
        limit);
  }

  @Override
  public Map<ProviderEvent.Kind, Long> countsSince(Instant moment) {
    Map<ProviderEvent.Kind, Long> counts = new EnumMap<>(ProviderEvent.Kind.class);
    jdbc.query(
        COUNTS,
        row -> {
          counts.put(ProviderEvent.Kind.valueOf(row.getString(1)), row.getLong(2));
        },
        Utc.param(moment));
    return counts;
  }

  @Override
  public Map<String, Instant> lastHeard(Set<String> providers) {
    Map<String, Instant> heard = new HashMap<>();
    inserts
        .rows()
        .select(
            HEARD,
            providers,
            (row, n) -> heard.put(row.getString("PROVIDER"), Utc.instant(row, "RECORDED_AT")));
    return heard;
  }
}
