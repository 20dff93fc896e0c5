package org.postpurchase.person.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.postpurchase.person.PersonRef;
import org.postpurchase.person.Standing;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;

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
          + " and PURPOSE = 'MARKETING' and CHANNEL = 'EMAIL'"
          + " and (BASIS is null or BASIS <> 'UNCONFIRMED')"
          + " order by case when BASIS = 'SOFT_OPT_IN' then 0 else 1 end, RECORDED_AT, CONSENT_ID";

  /** By the mailbox only, as people agree to it. */
  private static final String SEEN =
      "select MAILBOX_KEY as WHOSE, KIND, GOODS_ID, LAST_AT from PP_INTEREST"
          + " where MAILBOX_KEY {keys}";

  /** Only "would you recommend us"; the place of a question is the version's. */
  private static final String SCORES =
      "select a.ANSWER_ID, case when v.KIND1 = 'NPS' then a.VALUE1 else a.VALUE2 end as SCORE,"
          + " {who} as WHOSE from PP_SURVEY_ANSWER a join PP_SURVEY_VERSION v on v.SURVEY_ID ="
          + " a.SURVEY_ID and v.VERSION_NUMBER = a.VERSION_NUMBER where {who} {keys} and ((v.KIND1"
          + " = 'NPS' and a.VALUE1 is not null) or (v.KIND1 <> 'NPS' and v.KIND2 = 'NPS' and"
          + " a.VALUE2 is not null)) order by a.ANSWER_ID";

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
    read(SEEN, byMailbox, StandingReads::seen);
    scores(people, all, byMailbox);
    return all;
  }

  private static void seen(ResultSet row, Standing standing) throws SQLException {
    long goods = row.getLong("GOODS_ID");
    if ("P".equals(row.getString("KIND"))) {
      standing.seenProducts.add(goods);
    } else {
      standing.seenCategories.add(goods);
    }
    Instant at = Utc.instant(row, "LAST_AT");
    if (standing.lastSeenAt == null || at.isAfter(standing.lastSeenAt)) {
      standing.lastSeenAt = at;
    }
  }

  /** The last one given from the account or from its mailbox. */
  private void scores(
      Map<Long, PersonRef> people, Map<Long, Standing> all, Map<String, Standing> byMailbox) {
    Map<Long, Standing> byCustomer = new HashMap<>();
    people.forEach(
        (id, person) -> {
          if (person.customerId > 0) {
            byCustomer.put(person.customerId, all.get(id));
          }
        });
    Map<Standing, Long> newest = new IdentityHashMap<>();
    sets.select(
        SCORES.replace("{who}", "a.CONTACT"),
        byMailbox.keySet(),
        (row, n) -> score(byMailbox.get(row.getString("WHOSE")), row, newest));
    sets.select(
        SCORES.replace("{who}", "a.CUSTOMER_ID"),
        byCustomer.keySet(),
        (row, n) -> score(byCustomer.get(row.getLong("WHOSE")), row, newest));
  }

  private static Integer score(Standing standing, ResultSet row, Map<Standing, Long> newest)
      throws SQLException {
    long answer = row.getLong("ANSWER_ID");
    if (answer > newest.getOrDefault(standing, 0L)) {
      newest.put(standing, answer);
      standing.lastScore = row.getInt("SCORE");
    }
    return standing.lastScore;
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
