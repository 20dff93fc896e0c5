package org.postpurchase.referral.jdbc;

import java.security.SecureRandom;
import java.time.Instant;
import org.postpurchase.shared.HexText;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The secret under which persons are recognised, the same on all nodes and another than that of the
 * links: whoever deletes its row and those of PP_PERSON_KEY begins anew.
 */
final class PersonSecret {
  private static final String ADD =
      "insert into PP_PERSON_SECRET (SECRET_ID, SECRET, MADE_AT) values (?, ?, ?)";
  private static final String READ = "select SECRET from PP_PERSON_SECRET where SECRET_ID = 1";
  private static final int BYTES = 32;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  PersonSecret(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  /** Made at the first call. Safe to race. */
  byte[] read(Instant now) {
    String known = jdbc.queryForList(READ, String.class).stream().findFirst().orElse(null);
    if (known == null) {
      byte[] fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      inserts.orKeep(ADD, 1, HexText.of(fresh), Utc.param(now));
      known = jdbc.queryForObject(READ, String.class);
    }
    return bytes(known);
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }
}
