package org.postpurchase.loyalty.jdbc;

import java.util.Optional;
import org.postpurchase.loyalty.Membership;
import org.postpurchase.loyalty.Memberships;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Memberships in PP_LOYALTY_MEMBER. */
final class JdbcMemberships implements Memberships {
  private static final String FIND =
      "select PROGRAMME, OWNER_KEY, JOINED_AT, TERMS_VERSION, TEXT_SHOWN from PP_LOYALTY_MEMBER"
          + " where OWNER_KEY = ? and PROGRAMME = ?";
  private static final String ADD =
      "insert into PP_LOYALTY_MEMBER (OWNER_KEY, PROGRAMME, JOINED_AT, TERMS_VERSION, TEXT_SHOWN)"
          + " values (?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcMemberships(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Optional<Membership> find(String programme, String ownerKey) {
    return jdbc
        .query(
            FIND,
            (row, n) ->
                new Membership(
                    row.getString("PROGRAMME"),
                    row.getString("OWNER_KEY"),
                    Utc.instant(row, "JOINED_AT"),
                    row.getInt("TERMS_VERSION"),
                    Columns.text(row, "TEXT_SHOWN")),
            ownerKey,
            programme)
        .stream()
        .findFirst();
  }

  @Override
  public boolean add(Membership membership) {
    return inserts.ifAbsent(
        ADD,
        membership.ownerKey,
        membership.programme,
        Utc.param(membership.joinedAt),
        membership.termsVersion,
        membership.textShown);
  }
}
