package org.postpurchase.series.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesText;
import org.postpurchase.series.SeriesVersion;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/** Frozen versions never change, so each is read and parsed once. */
final class JdbcSeriesVersionStore implements SeriesVersionStore {
  private static final String SELECT =
      "select SERIES_VERSION_ID, SERIES_ID, VERSION_NUMBER, DEFINITION from PP_SERIES_VERSION";
  private static final String FIND = SELECT + " where SERIES_VERSION_ID = ?";
  private static final String FIND_NUMBER = SELECT + " where SERIES_ID = ? and VERSION_NUMBER = ?";
  private static final String LAST =
      "select coalesce(max(VERSION_NUMBER), 0) from PP_SERIES_VERSION where SERIES_ID = ?";

  private final JdbcTemplate jdbc;
  private final String freeze;
  private final Map<Long, SeriesVersion> known = new ConcurrentHashMap<>();

  JdbcSeriesVersionStore(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.freeze =
        "insert into PP_SERIES_VERSION (SERIES_ID, VERSION_NUMBER, NAME, DEFINITION, FROZEN_AT) values (?, ?, ?, ?, "
            + dialect.now()
            + ")";
  }

  @Override
  public SeriesVersion freeze(
      long seriesId, SeriesDefinition definition, List<SeriesVersion.Wording> wordings) {
    int number = jdbc.queryForObject(LAST, Integer.class, seriesId) + 1;
    jdbc.update(freeze, seriesId, number, definition.name, SeriesText.write(definition, wordings));
    return read(seriesId, number) // not kept: the caller's transaction may still be undone
        .orElseThrow(
            () ->
                new IllegalStateException("Indicates a bug: version " + number + " is not there"));
  }

  @Override
  public Optional<SeriesVersion> find(long versionId) {
    SeriesVersion version = known.get(versionId);
    if (version != null) {
      return Optional.of(version);
    }
    Optional<SeriesVersion> read =
        jdbc.query(FIND, (row, n) -> version(row), versionId).stream().findFirst();
    read.ifPresent(v -> known.put(v.id, v));
    return read;
  }

  @Override
  public Optional<SeriesVersion> find(long seriesId, int number) {
    for (SeriesVersion version : known.values()) {
      if (version.seriesId == seriesId && version.number == number) {
        return Optional.of(version);
      }
    }
    Optional<SeriesVersion> found = read(seriesId, number);
    found.ifPresent(v -> known.put(v.id, v));
    return found;
  }

  private Optional<SeriesVersion> read(long seriesId, int number) {
    return jdbc.query(FIND_NUMBER, (row, n) -> version(row), seriesId, number).stream().findFirst();
  }

  private static SeriesVersion version(ResultSet row) throws SQLException {
    String text = row.getString("DEFINITION");
    return new SeriesVersion(
        row.getLong("SERIES_VERSION_ID"),
        row.getLong("SERIES_ID"),
        row.getInt("VERSION_NUMBER"),
        SeriesText.definition(text),
        SeriesText.wordings(text));
  }
}
