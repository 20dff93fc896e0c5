package org.postpurchase.consent.jdbc;

import java.time.Instant;
import java.util.List;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** People known under several spellings become one row, known since the earliest. */
final class MergeContacts {
  private static final String AFTER =
      "select CONTACT from PP_CONTACT where CONTACT > ? order by CONTACT limit ?";
  private static final String SINCE = "select KNOWN_SINCE from PP_CONTACT where CONTACT = ?";
  private static final String KNOW = "insert into PP_CONTACT (CONTACT, KNOWN_SINCE) values (?, ?)";
  private static final String EARLIER =
      "update PP_CONTACT set KNOWN_SINCE = ? where CONTACT = ? and KNOWN_SINCE > ?";
  private static final String FORGET = "delete from PP_CONTACT where CONTACT = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  MergeContacts(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  List<String> after(String contact, int limit) {
    return jdbc.queryForList(AFTER, String.class, contact, limit);
  }

  /** Two nodes may do it at once: the second finds nothing left. */
  void bring(String contact) {
    String key = EmailAddress.keyOf(contact);
    for (Instant since : jdbc.query(SINCE, (row, n) -> Utc.instant(row, "KNOWN_SINCE"), contact)) {
      inserts.orKeep(KNOW, key, Utc.param(since));
      jdbc.update(EARLIER, Utc.param(since), key, Utc.param(since));
      jdbc.update(FORGET, contact);
    }
  }
}
