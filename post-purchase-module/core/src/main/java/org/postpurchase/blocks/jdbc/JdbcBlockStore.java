package org.postpurchase.blocks.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_TEMPLATE_BLOCKS and PP_TEMPLATE_NAME. */
final class JdbcBlockStore implements BlockStore {
  private static final String READ =
      "select BLOCKS from PP_TEMPLATE_BLOCKS where TEMPLATE_KEY = ? and LOCALE_CODE = ? and"
          + " TEMPLATE_VERSION = ?";
  private static final String KEEP =
      "insert into PP_TEMPLATE_BLOCKS (TEMPLATE_KEY, LOCALE_CODE, TEMPLATE_VERSION, BLOCKS) values"
          + " (?, ?, ?, ?)";
  private static final String LABELS =
      "select TEMPLATE_KEY, NAME, ARCHIVED_AT, EDITION from PP_TEMPLATE_NAME";
  private static final String ADD =
      "insert into PP_TEMPLATE_NAME (TEMPLATE_KEY, EDITION) values (?, 0)";
  private static final String SAVE =
      "update PP_TEMPLATE_NAME set NAME = ?, ARCHIVED_AT = ?, EDITION = ? where TEMPLATE_KEY = ? and"
          + " EDITION = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcBlockStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<String> composition(String templateKey, String localeCode, int version) {
    return jdbc.query(READ, (row, n) -> row.getString(1), templateKey, localeCode, version).stream()
        .findFirst();
  }

  @Override
  public void keep(String templateKey, String localeCode, int version, String composition) {
    inserts.ifAbsent(KEEP, templateKey, localeCode, version, composition);
  }

  @Override
  public Map<String, Label> labels() {
    Map<String, Label> labels = new HashMap<>();
    jdbc.query(
        LABELS,
        row -> {
          labels.put(row.getString("TEMPLATE_KEY"), label(row));
        });
    return labels;
  }

  @Override
  public Label label(String templateKey) {
    return jdbc
        .query(LABELS + " where TEMPLATE_KEY = ?", (row, n) -> label(row), templateKey)
        .stream()
        .findFirst()
        .orElse(Label.NONE);
  }

  private static Label label(ResultSet row) throws SQLException {
    return new Label(
        Columns.text(row, "NAME"), Utc.instant(row, "ARCHIVED_AT"), row.getInt("EDITION"));
  }

  @Override
  public boolean save(String templateKey, Label label) {
    if (label.edition == 1) {
      inserts.ifAbsent(ADD, templateKey);
    }
    return jdbc.update(
            SAVE,
            label.name,
            Utc.param(label.archivedAt),
            label.edition,
            templateKey,
            label.edition - 1)
        == 1;
  }
}
