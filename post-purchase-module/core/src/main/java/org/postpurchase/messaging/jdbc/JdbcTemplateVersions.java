package org.postpurchase.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.SavedVersion;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcTemplateVersions implements TemplateVersions {
  private static final String KEEP =
      "insert into PP_TEMPLATE_VERSION (TEMPLATE_KEY, LOCALE_CODE, VERSION_NUMBER, SUBJECT,"
          + " PREHEADER, HEADING, INTRO, CLOSING, HTML_LAYOUT, TEXT_LAYOUT, SAVED_BY, SAVED_AT)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "select TEMPLATE_KEY, LOCALE_CODE, VERSION_NUMBER, SUBJECT, PREHEADER, HEADING, INTRO,"
          + " CLOSING, HTML_LAYOUT, TEXT_LAYOUT, SAVED_BY, SAVED_AT from PP_TEMPLATE_VERSION where"
          + " TEMPLATE_KEY = ? and LOCALE_CODE = ?";
  private static final String FIND = SELECT + " and VERSION_NUMBER = ?";
  private static final String LIST = SELECT + " order by VERSION_NUMBER desc limit ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final Clock clock;

  JdbcTemplateVersions(JdbcTemplate jdbc, Inserts inserts, Clock clock) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.clock = clock;
  }

  @Override
  public void keep(MessageTemplate t, String savedBy) {
    if (find(t.key, t.localeCode, t.version).isPresent()) {
      return;
    }
    inserts.ifAbsent(
        KEEP,
        t.key,
        t.localeCode,
        t.version,
        t.texts.subject,
        t.texts.preheader,
        t.texts.heading,
        t.texts.intro,
        t.texts.closing,
        t.htmlLayout,
        t.textLayout,
        savedBy,
        Utc.param(clock.instant()));
  }

  @Override
  public Optional<MessageTemplate> find(String key, String localeCode, int version) {
    return jdbc.query(FIND, (row, n) -> template(row), key, localeCode, version).stream()
        .findFirst();
  }

  @Override
  public List<SavedVersion> list(String key, String localeCode, int limit) {
    return jdbc.query(
        LIST,
        (row, n) ->
            new SavedVersion(
                template(row), row.getString("SAVED_BY"), Utc.instant(row, "SAVED_AT")),
        key,
        localeCode,
        limit);
  }

  private static MessageTemplate template(ResultSet row) throws SQLException {
    return new MessageTemplate(
        row.getString("TEMPLATE_KEY"),
        row.getString("LOCALE_CODE"),
        row.getInt("VERSION_NUMBER"),
        true,
        null,
        new MessageTemplate.Texts(
            row.getString("SUBJECT"),
            Columns.text(row, "PREHEADER"),
            row.getString("HEADING"),
            row.getString("INTRO"),
            Columns.text(row, "CLOSING")),
        row.getString("HTML_LAYOUT"),
        row.getString("TEXT_LAYOUT"));
  }
}
