package org.postpurchase.person.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postpurchase.person.PersonRef;
import org.postpurchase.person.Standing;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.RowSets;

/** What the tables of other features say about people, one statement for each feature. */
final class StandingReads {
  private static final String POINTS =
      "select a.OWNER_KEY as WHOSE, sum(a.AVAILABLE) as POINTS, max(s.TIER_KEY) as TIER_KEY"
          + " from PP_POINTS_ACCOUNT a left join PP_TIER_STANDING s on s.ACCOUNT_ID = a.ACCOUNT_ID"
          + " where a.OWNER_KEY {keys} and a.MERGED_INTO = 0 group by a.OWNER_KEY";
  private static final String REVIEWS =
      "select AUTHOR_KEY as WHOSE, REVIEW_ID, STARS from PP_REVIEW where AUTHOR_KEY {keys}"
          + " and STATE = 'PUBLISHED' order by REVIEW_ID";
  private static final String FRIENDS =
      "select a.CONTACT as WHOSE, count(*) as FRIENDS from PP_ADVOCATE a join PP_REFERRAL r"
          + " on r.ADVOCATE_ID = a.ADVOCATE_ID where a.CONTACT {keys} and r.STATE = 'REWARDED'"
          + " group by a.CONTACT";
  private static final String CONSENTS =
      "select CONTACT as WHOSE, DECISION from PP_CONSENT where CONTACT {keys}"
          + " and PURPOSE = 'MARKETING' and CHANNEL = 'EMAIL' order by CONSENT_ID";

  private final RowSets sets;

  StandingReads(RowSets sets) {
    this.sets = sets;
  }

  private interface Row {
    void read(ResultSet row, Standing standing) throws SQLException;
  }

  Map<Long, Standing> of(Map<Long, PersonRef> people) {
    Map<Long, Standing> all = new HashMap<>();
    Map<String, Standing> byOwner = new HashMap<>();
    Map<String, Standing> byMailbox = new HashMap<>();
    people.forEach(
        (id, person) -> {
          Standing standing = new Standing();
          all.put(id, standing);
          if (person.customerId > 0) {
            byOwner.put("customer:" + person.customerId, standing);
          }
          if (!person.mailbox.isEmpty()) {
            byMailbox.put(person.mailbox, standing);
          }
        });
    read(
        POINTS,
        byOwner,
        (row, standing) -> {
          standing.points = row.getLong("POINTS");
          standing.tier = Columns.text(row, "TIER_KEY");
        });
    read(
        REVIEWS,
        byMailbox,
        (row, standing) -> {
          standing.reviews++;
          standing.lastStars = row.getInt("STARS");
        });
    read(FRIENDS, byMailbox, (row, standing) -> standing.friends = row.getInt("FRIENDS"));
    read(CONSENTS, byMailbox, (row, standing) -> standing.consent = row.getString("DECISION"));
    return all;
  }

  private void read(String sql, Map<String, Standing> people, Row reader) {
    sets.select(
        sql,
        people.keySet(),
        (row, n) -> {
          reader.read(row, people.get(row.getString("WHOSE")));
          return n;
        });
  }
}
