package org.postpurchase.content.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentKind;
import org.postpurchase.content.ContentScope;
import org.postpurchase.content.ContentStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.NewRow;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_CONTENT. */
final class JdbcContentStore implements ContentStore {
  private static final String SELECT =
      "select CONTENT_ID, KIND, SCOPE, SCOPE_ID, LOCALE_CODE, DAYS_FROM, DAYS_TO, TITLE, BODY,"
          + " LINK, PICTURE, DISPLAY_POSITION, ACTIVE, SOURCE_KEY, CHANGED_AT, EDITION"
          + " from PP_CONTENT";
  private static final String COLUMNS =
      "KIND, SCOPE, SCOPE_ID, LOCALE_CODE, DAYS_FROM, DAYS_TO, TITLE, BODY, LINK, PICTURE,"
          + " DISPLAY_POSITION, ACTIVE, CHANGED_AT, EDITION";
  private static final String ADD =
      "insert into PP_CONTENT (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ADD_FROM =
      "insert into PP_CONTENT ("
          + COLUMNS
          + ", SOURCE_KEY) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SAVE =
      "update PP_CONTENT set KIND = ?, SCOPE = ?, SCOPE_ID = ?, LOCALE_CODE = ?, DAYS_FROM = ?,"
          + " DAYS_TO = ?, TITLE = ?, BODY = ?, LINK = ?, PICTURE = ?, DISPLAY_POSITION = ?,"
          + " ACTIVE = ?, CHANGED_AT = ?, EDITION = ? where CONTENT_ID = ? and EDITION = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcContentStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public List<ContentEntry> all(int limit) {
    return jdbc.query(
        SELECT + " order by KIND, TITLE, CONTENT_ID limit " + limit, (row, n) -> entry(row));
  }

  @Override
  public List<ContentEntry> active(int limit) {
    return jdbc.query(
        SELECT + " where ACTIVE = true order by CONTENT_ID limit " + limit, (row, n) -> entry(row));
  }

  @Override
  public Optional<ContentEntry> find(long id) {
    return jdbc.query(SELECT + " where CONTENT_ID = ?", (row, n) -> entry(row), id).stream()
        .findFirst();
  }

  @Override
  public Optional<ContentEntry> ofSource(String source) {
    return source.isEmpty()
        ? Optional.empty()
        : jdbc.query(SELECT + " where SOURCE_KEY = ?", (row, n) -> entry(row), source).stream()
            .findFirst();
  }

  @Override
  public Optional<Long> add(ContentEntry e) {
    List<Object> values = new ArrayList<>();
    values.addAll(
        Arrays.asList(
            e.kind.name(), e.scope.name(), e.scopeId, e.localeCode, e.daysFrom, e.daysTo, e.title));
    values.addAll(
        Arrays.asList(
            e.body, e.link, e.picture, e.position, e.active, Utc.param(e.changedAt), e.edition));
    if (e.source.isEmpty()) {
      return Optional.of(NewRow.id(jdbc, "CONTENT_ID", ADD, values.toArray()));
    }
    values.add(e.source);
    return inserts.ifAbsent(ADD_FROM, values.toArray())
        ? ofSource(e.source).map(added -> added.id)
        : Optional.empty();
  }

  @Override
  public boolean save(ContentEntry e) {
    return jdbc.update(
            SAVE,
            e.kind.name(),
            e.scope.name(),
            e.scopeId,
            e.localeCode,
            e.daysFrom,
            e.daysTo,
            e.title,
            e.body,
            e.link,
            e.picture,
            e.position,
            e.active,
            Utc.param(e.changedAt),
            e.edition,
            e.id,
            e.edition - 1)
        == 1;
  }

  @Override
  public boolean remove(long id, int edition) {
    return jdbc.update("delete from PP_CONTENT where CONTENT_ID = ? and EDITION = ?", id, edition)
        == 1;
  }

  private static ContentEntry entry(ResultSet row) throws SQLException {
    return new ContentEntry.Builder(
            ContentKind.valueOf(row.getString("KIND")),
            ContentScope.valueOf(row.getString("SCOPE")),
            row.getLong("SCOPE_ID"))
        .id(row.getLong("CONTENT_ID"), row.getInt("EDITION"))
        .language(row.getString("LOCALE_CODE"))
        .days(row.getInt("DAYS_FROM"), row.getInt("DAYS_TO"))
        .text(row.getString("TITLE"), Columns.text(row, "BODY"))
        .link(Columns.text(row, "LINK"), Columns.text(row, "PICTURE"))
        .position(row.getInt("DISPLAY_POSITION"))
        .active(row.getBoolean("ACTIVE"))
        .source(Columns.text(row, "SOURCE_KEY"))
        .changedAt(Utc.instant(row, "CHANGED_AT"))
        .build();
  }
}
