package org.postpurchase.segment.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.segment.Condition;
import org.postpurchase.segment.Leaf;
import org.postpurchase.segment.Segment;
import org.postpurchase.segment.SegmentStore;
import org.postpurchase.segment.TimedLeaf;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Segments in PP_SEGMENT, who belongs to them in PP_SEGMENT_MEMBER. */
final class JdbcSegmentStore implements SegmentStore {
  private static final String SEGMENTS =
      "select SEGMENT_ID, SEGMENT_KEY, NAME, ACTIVE, CONDITIONS, EDITION, BUILT_EDITION,"
          + " GENERATION, TIMED_UNTIL, BUILT_AT, BUILD_MILLIS, BUILT_SIZE from PP_SEGMENT";
  private static final String ADD =
      "insert into PP_SEGMENT (SEGMENT_KEY, NAME, ACTIVE, CONDITIONS, EDITION, BUILT_EDITION,"
          + " GENERATION, PRESET_KEY, SAVED_AT) values (?, ?, ?, ?, 1, 0, 0, ?, ?)";
  private static final String SAVE =
      "update PP_SEGMENT set NAME = ?, ACTIVE = ?, CONDITIONS = ?, EDITION = EDITION + 1,"
          + " SAVED_AT = ? where SEGMENT_ID = ? and EDITION = ?";
  private static final String PUBLISH =
      "update PP_SEGMENT set GENERATION = ?, BUILT_EDITION = ?, TIMED_UNTIL = ?, BUILT_AT = ?,"
          + " BUILT_SIZE = ? where SEGMENT_ID = ? and EDITION = ? and GENERATION = ?";
  private static final String MEMBERSHIPS =
      "select SEGMENT_ID, GENERATION, PERSON_ID from PP_SEGMENT_MEMBER where PERSON_ID {keys}";

  /** From so many rows on an index is what every database uses. */
  private static final int FEW = 1_000;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets sets;
  private final TimeSpans spans;

  JdbcSegmentStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.sets = inserts.rows();
    this.spans = new TimeSpans(jdbc);
  }

  private static Segment segment(ResultSet row) throws SQLException {
    return new Segment(
        row.getLong("SEGMENT_ID"),
        row.getString("SEGMENT_KEY"),
        row.getString("NAME"),
        row.getBoolean("ACTIVE"),
        new Segment.Text(row.getString("CONDITIONS"), row.getInt("EDITION")),
        new Segment.Build(
            row.getInt("BUILT_EDITION"),
            row.getInt("GENERATION"),
            Utc.instant(row, "TIMED_UNTIL"),
            Utc.instant(row, "BUILT_AT"),
            row.getLong("BUILD_MILLIS"),
            row.getLong("BUILT_SIZE")));
  }

  @Override
  public List<Segment> all() {
    return jdbc.query(SEGMENTS + " order by SEGMENT_ID", (row, n) -> segment(row));
  }

  @Override
  public Optional<Segment> find(long id) {
    return jdbc.query(SEGMENTS + " where SEGMENT_ID = ?", (row, n) -> segment(row), id).stream()
        .findFirst();
  }

  @Override
  public Optional<Segment> find(String key) {
    return jdbc.query(SEGMENTS + " where SEGMENT_KEY = ?", (row, n) -> segment(row), key).stream()
        .findFirst();
  }

  @Override
  public boolean add(
      String key, String name, boolean active, String conditions, String preset, Instant now) {
    return inserts.ifAbsent(
        ADD, key, name, active, conditions, preset.isEmpty() ? null : preset, Utc.param(now));
  }

  @Override
  public boolean save(Segment changed, Instant now) {
    return jdbc.update(
            SAVE,
            changed.name,
            changed.active,
            changed.conditions,
            Utc.param(now),
            changed.id,
            changed.edition)
        == 1;
  }

  @Override
  public boolean remove(long id, int edition) {
    if (jdbc.update("delete from PP_SEGMENT where SEGMENT_ID = ? and EDITION = ?", id, edition)
        == 0) {
      return false;
    }
    jdbc.update("delete from PP_SEGMENT_MEMBER where SEGMENT_ID = ?", id);
    return true;
  }

  @Override
  public long count(Condition condition, Instant now) {
    ConditionSql where = ConditionSql.of(condition, now);
    return jdbc.queryForObject(
        "select count(*) from PP_PERSON p where " + where.sql(),
        Long.class,
        where.args().toArray());
  }

  /**
   * Since when somebody belongs to it is looked up for each in the old generation. With few old
   * rows these are written afterwards instead: a database that plans for a nearly empty table reads
   * all of it for everybody, while it grows.
   */
  @Override
  public Optional<Long> build(Segment segment, Condition condition, Instant now) {
    int before = segment.build.generation;
    List<Object[]> few = oldRows(segment);
    ConditionSql where = ConditionSql.of(condition, now);
    List<Object> args = new ArrayList<>();
    args.add(Utc.param(now));
    args.addAll(where.args());
    String ours = "SEGMENT_ID = " + segment.id + " and GENERATION = ";
    String since =
        few.size() < FEW
            ? "coalesce(?, p.CHANGED_AT)"
            : "coalesce((select m.SINCE_AT from PP_SEGMENT_MEMBER m where m."
                + ours.replace("and ", "and m.")
                + before
                + " and m.PERSON_ID = p.PERSON_ID), ?)";
    String insert =
        "insert into PP_SEGMENT_MEMBER (SEGMENT_ID, GENERATION, PERSON_ID, SINCE_AT) select "
            + segment.id
            + ", "
            + (before + 1)
            + ", p.PERSON_ID, "
            + since
            + " from PP_PERSON p where "
            + where.sql();
    long size = jdbc.update(insert, args.toArray());
    if (few.size() < FEW && !few.isEmpty()) {
      jdbc.batchUpdate(
          "update PP_SEGMENT_MEMBER set SINCE_AT = ? where "
              + ours
              + (before + 1)
              + " and PERSON_ID = ?",
          few);
    }
    int published =
        jdbc.update(
            PUBLISH,
            before + 1,
            segment.edition,
            Utc.param(now),
            Utc.param(now),
            size,
            segment.id,
            segment.edition,
            before);
    if (published == 0) {
      jdbc.update(
          "delete from PP_SEGMENT_MEMBER where SEGMENT_ID = ? and GENERATION = ?",
          segment.id,
          before + 1);
      return Optional.empty();
    }
    return Optional.of(size);
  }

  /** Since when and who, of the generation that counts; at most {@link #FEW}. */
  private List<Object[]> oldRows(Segment segment) {
    return jdbc.query(
        "select SINCE_AT, PERSON_ID from PP_SEGMENT_MEMBER where SEGMENT_ID = ? and GENERATION = ?"
            + " limit "
            + FEW,
        (row, n) ->
            new Object[] {Utc.param(Utc.instant(row, "SINCE_AT")), row.getLong("PERSON_ID")},
        segment.id,
        segment.build.generation);
  }

  @Override
  public void forget(Segment segment) {
    jdbc.update(
        "delete from PP_SEGMENT_MEMBER where SEGMENT_ID = ? and GENERATION < ?",
        segment.id,
        segment.build.generation);
  }

  @Override
  public void took(long segmentId, long millis) {
    jdbc.update("update PP_SEGMENT set BUILD_MILLIS = ? where SEGMENT_ID = ?", millis, segmentId);
  }

  @Override
  public Map<Long, Set<Long>> membershipsOf(
      Collection<Long> personIds, Collection<Segment> segments) {
    Map<Long, Integer> generations = new HashMap<>();
    segments.forEach(segment -> generations.put(segment.id, segment.build.generation));
    Map<Long, Set<Long>> memberships = new HashMap<>();
    sets.select(
        MEMBERSHIPS,
        personIds,
        (row, n) -> {
          long id = row.getLong("SEGMENT_ID");
          if (Integer.valueOf(row.getInt("GENERATION")).equals(generations.get(id))) {
            memberships
                .computeIfAbsent(row.getLong("PERSON_ID"), person -> new HashSet<>())
                .add(id);
          }
          return id;
        });
    return memberships;
  }

  @Override
  public void join(Map<Segment, List<Long>> personIds, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    personIds.forEach(
        (segment, ids) ->
            ids.forEach(
                id ->
                    rows.add(
                        new Object[] {segment.id, segment.build.generation, id, Utc.param(now)})));
    sets.insert(
        "insert into PP_SEGMENT_MEMBER (SEGMENT_ID, GENERATION, PERSON_ID, SINCE_AT)"
            + " values (?, ?, ?, ?)",
        rows);
  }

  @Override
  public void leave(Segment segment, Collection<Long> personIds) {
    sets.delete(
        "delete from PP_SEGMENT_MEMBER where SEGMENT_ID = " + segment.id + " and PERSON_ID {keys}",
        personIds);
  }

  @Override
  public long size(Segment segment) {
    return jdbc.queryForObject(
        "select count(*) from PP_SEGMENT_MEMBER where SEGMENT_ID = ? and GENERATION = ?",
        Long.class,
        segment.id,
        segment.build.generation);
  }

  @Override
  public Optional<Instant> memberSince(Segment segment, long personId) {
    return jdbc
        .query(
            "select SINCE_AT from PP_SEGMENT_MEMBER where SEGMENT_ID = ? and GENERATION = ?"
                + " and PERSON_ID = ?",
            (row, n) -> Utc.instant(row, "SINCE_AT"),
            segment.id,
            segment.build.generation,
            personId)
        .stream()
        .findFirst();
  }

  @Override
  public List<Long> changing(Leaf leaf, Instant after, Instant upTo, long afterId, int limit) {
    return spans.changing(leaf, after, upTo, afterId, limit);
  }

  @Override
  public Optional<Instant> nextChange(Collection<TimedLeaf> leaves) {
    return spans.nextChange(leaves);
  }

  @Override
  public void timed(long segmentId, Instant until) {
    jdbc.update(
        "update PP_SEGMENT set TIMED_UNTIL = ? where SEGMENT_ID = ?", Utc.param(until), segmentId);
  }
}
