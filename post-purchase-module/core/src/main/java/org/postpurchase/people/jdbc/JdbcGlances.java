package org.postpurchase.people.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.postpurchase.people.Glance;
import org.postpurchase.people.Glances;
import org.postpurchase.people.Identity;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcGlances implements Glances {
  private static final String ACCOUNTS =
      "select a.ACCOUNT_ID, a.PENDING, s.TIER_KEY from PP_POINTS_ACCOUNT a"
          + " left join PP_TIER_STANDING s on s.ACCOUNT_ID = a.ACCOUNT_ID"
          + " where a.MERGED_INTO = 0 and a.OWNER_KEY {keys} order by a.ACCOUNT_ID";
  private static final String CONSENT =
      "select DECISION from PP_CONSENT where CONTACT = ? and PURPOSE = 'MARKETING'"
          + " and CHANNEL = 'EMAIL' and (BASIS is null or BASIS <> 'UNCONFIRMED') order by case when"
          + " BASIS = 'SOFT_OPT_IN' then 0 else 1 end desc, RECORDED_AT desc, CONSENT_ID desc limit 1";
  private static final String SUPPRESSED =
      "select SCOPE from PP_SUPPRESSION where CONTACT = ? and LIFTED_AT is null";
  private static final String SEGMENTS =
      "select g.NAME from PP_PERSON p join PP_SEGMENT_MEMBER m on m.PERSON_ID = p.PERSON_ID"
          + " join PP_SEGMENT g on g.SEGMENT_ID = m.SEGMENT_ID and g.GENERATION = m.GENERATION"
          + " where p.PERSON_KEY = ? and g.ACTIVE = true order by g.NAME";
  private static final String COUNTS =
      "select (select count(*) from PP_CASE where CONTACT = ? and STATE <> 'CLOSED') as CASES,"
          + " (select count(*) from PP_REVIEW where AUTHOR_KEY = ? and STATE = 'PUBLISHED')"
          + " as REVIEWS, (select count(*) from PP_REFERRAL r join PP_ADVOCATE a"
          + " on a.ADVOCATE_ID = r.ADVOCATE_ID where a.CONTACT = ? and r.STATE = 'REWARDED')"
          + " as FRIENDS from PP_INSTALLATION";

  private final JdbcTemplate jdbc;
  private final RowSets sets;

  JdbcGlances(JdbcTemplate jdbc, RowSets sets) {
    this.jdbc = jdbc;
    this.sets = sets;
  }

  @Override
  public Glance of(Identity person) {
    Glance glance = new Glance();
    List<String> owners = new ArrayList<>();
    if (person.ref.customerId > 0) {
      owners.add("customer:" + person.ref.customerId);
    } else {
      person.orderIds().forEach(id -> owners.add("order:" + id));
    }
    sets.select(
        ACCOUNTS,
        owners,
        (row, n) -> {
          glance.accountId = row.getLong("ACCOUNT_ID");
          glance.pendingPoints += row.getLong("PENDING");
          String tier = row.getString("TIER_KEY");
          glance.tierKey = tier == null ? glance.tierKey : tier;
          return n;
        });
    String mailbox = person.ref.mailbox;
    if (!mailbox.isEmpty()) {
      jdbc.queryForList(CONSENT, String.class, mailbox).forEach(said -> glance.consent = said);
      jdbc.queryForList(SUPPRESSED, String.class, mailbox)
          .forEach(scope -> glance.suppressed = "ALL".equals(glance.suppressed) ? "ALL" : scope);
      jdbc.query(
          COUNTS,
          (row, n) -> {
            glance.openCases = row.getInt("CASES");
            glance.reviews = row.getInt("REVIEWS");
            glance.friends = row.getInt("FRIENDS");
            return n;
          },
          mailbox,
          mailbox,
          mailbox);
    }
    String key = person.ref.customerId > 0 ? "c:" + person.ref.customerId : "m:" + mailbox;
    jdbc.queryForList(SEGMENTS, String.class, key).forEach(glance::addSegment);
    return glance;
  }
}
