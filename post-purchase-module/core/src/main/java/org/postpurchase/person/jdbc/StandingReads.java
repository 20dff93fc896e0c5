package org.postpurchase.person.jdbc;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.person.PersonRef;
import org.postpurchase.person.Standing;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.OneOf;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the tables of other features say about people, in one statement for all features and people;
 * more than a thousand people take several.
 */
final class StandingReads {
  private static final String KEYS = "{keys}";
  private static final int PEOPLE_MAX = 1000;

  /**
   * KIND, WHOSE (an owner or a mailbox), CUSTOMER_ID, N1, N2, TXT and SAID_AT, as of all of them.
   */
  private static final String POINTS =
      "select 'POINTS' as KIND, a.OWNER_KEY as WHOSE, 0 as CUSTOMER_ID, sum(a.AVAILABLE) as N1, 0"
          + " as N2, max(s.TIER_KEY) as TXT, max(a.CHANGED_AT) as SAID_AT from PP_POINTS_ACCOUNT a"
          + " left join PP_TIER_STANDING s on s.ACCOUNT_ID = a.ACCOUNT_ID where a.OWNER_KEY {keys}"
          + " and a.MERGED_INTO = 0 group by a.OWNER_KEY";

  private static final String REVIEWS =
      "select 'REVIEW' as KIND, AUTHOR_KEY as WHOSE, 0 as CUSTOMER_ID, REVIEW_ID as N1,"
          + " STARS as N2, '' as TXT, WRITTEN_AT as SAID_AT from PP_REVIEW"
          + " where AUTHOR_KEY {keys} and STATE = 'PUBLISHED'";
  private static final String FRIENDS =
      "select 'FRIENDS' as KIND, a.CONTACT as WHOSE, 0 as CUSTOMER_ID, count(*) as N1, 0 as N2,"
          + " '' as TXT, max(r.CHANGED_AT) as SAID_AT from PP_ADVOCATE a join PP_REFERRAL r"
          + " on r.ADVOCATE_ID = a.ADVOCATE_ID where a.CONTACT {keys} and r.STATE = 'REWARDED'"
          + " group by a.CONTACT";

  /** What an objection at an order left is weaker than any word of the person, however old. */
  private static final String CONSENTS =
      "select 'CONSENT' as KIND, CONTACT as WHOSE, 0 as CUSTOMER_ID, CONSENT_ID as N1,"
          + " case when BASIS = 'SOFT_OPT_IN' then 0 else 1 end as N2, DECISION as TXT,"
          + " RECORDED_AT as SAID_AT from PP_CONSENT where CONTACT {keys} and PURPOSE = 'MARKETING'"
          + " and CHANNEL = 'EMAIL' and (BASIS is null or BASIS <> 'UNCONFIRMED')";

  /** By the mailbox only, as people agree to it. */
  private static final String SEEN =
      "select 'SEEN' as KIND, MAILBOX_KEY as WHOSE, 0 as CUSTOMER_ID, GOODS_ID as N1, 0 as N2,"
          + " KIND as TXT, LAST_AT as SAID_AT from PP_INTEREST where MAILBOX_KEY {keys}";

  /** Only "would you recommend us"; the place of a question is the version's. */
  private static final String SCORES =
      "select 'SCORE' as KIND, a.CONTACT as WHOSE, a.CUSTOMER_ID, a.ANSWER_ID as N1, case when"
          + " v.KIND1 = 'NPS' then a.VALUE1 else a.VALUE2 end as N2, '{by}' as TXT, a.ANSWERED_AT"
          + " as SAID_AT from PP_SURVEY_ANSWER a join PP_SURVEY_VERSION v on v.SURVEY_ID ="
          + " a.SURVEY_ID and v.VERSION_NUMBER = a.VERSION_NUMBER where {who} {keys} and ((v.KIND1"
          + " = 'NPS' and a.VALUE1 is not null) or (v.KIND1 <> 'NPS' and v.KIND2 = 'NPS' and"
          + " a.VALUE2 is not null))";

  private static final String BY_ACCOUNT = "ACCOUNT";

  private final JdbcTemplate jdbc;
  private final SqlDialect dialect;

  StandingReads(JdbcTemplate jdbc, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  /** A row of the statement. */
  private static final class Found {
    final String kind;
    final String whose;
    final long customerId;
    final long first;
    final int second;
    final String text;
    final Instant at;

    Found(ResultSet row) throws SQLException {
      kind = row.getString("KIND").trim();
      whose = Columns.text(row, "WHOSE");
      customerId = row.getLong("CUSTOMER_ID");
      first = row.getLong("N1");
      second = row.getInt("N2");
      text = Columns.text(row, "TXT");
      at = Utc.instant(row, "SAID_AT");
    }
  }

  Map<Long, Standing> of(Map<Long, PersonRef> people) {
    Map<Long, Standing> all = new HashMap<>();
    List<Long> ids = new ArrayList<>(people.keySet());
    for (int from = 0; from < ids.size(); from += PEOPLE_MAX) {
      read(ids.subList(from, Math.min(ids.size(), from + PEOPLE_MAX)), people, all);
    }
    return all;
  }

  private void read(List<Long> ids, Map<Long, PersonRef> people, Map<Long, Standing> all) {
    Map<String, Standing> byOwner = new HashMap<>();
    Map<String, Standing> byMailbox = new HashMap<>();
    Map<Long, Standing> byCustomer = new HashMap<>();
    for (Long id : ids) {
      PersonRef person = people.get(id);
      Standing standing = new Standing();
      all.put(id, standing);
      if (person.customerId > 0) {
        byOwner.put("customer:" + person.customerId, standing);
        byCustomer.put(person.customerId, standing);
      }
      if (!person.mailbox.isEmpty()) {
        byMailbox.put(person.mailbox, standing);
      }
    }
    List<Found> rows = rows(byOwner.keySet(), byMailbox.keySet(), byCustomer.keySet());
    // what was said last comes last
    rows.sort(
        comparing((Found row) -> row.kind.equals("CONSENT") ? row.second : 0)
            .thenComparing(row -> row.kind.equals("CONSENT") ? row.at : Instant.EPOCH)
            .thenComparing(row -> row.first));
    for (Found row : rows) {
      Standing standing =
          row.kind.equals("POINTS")
              ? byOwner.get(row.whose)
              : row.text.equals(BY_ACCOUNT)
                  ? byCustomer.get(row.customerId)
                  : byMailbox.get(row.whose);
      take(row, standing);
    }
  }

  private List<Found> rows(
      Collection<String> owners, Collection<String> mailboxes, Collection<Long> customers) {
    StringBuilder sql = new StringBuilder();
    List<Object> args = new ArrayList<>();
    add(sql, args, POINTS, owners);
    add(sql, args, REVIEWS, mailboxes);
    add(sql, args, FRIENDS, mailboxes);
    add(sql, args, CONSENTS, mailboxes);
    add(sql, args, SEEN, mailboxes);
    add(sql, args, SCORES.replace("{who}", "a.CONTACT").replace("{by}", ""), mailboxes);
    add(sql, args, SCORES.replace("{who}", "a.CUSTOMER_ID").replace("{by}", BY_ACCOUNT), customers);
    return args.isEmpty()
        ? new ArrayList<>()
        : jdbc.query(sql.toString(), (row, n) -> new Found(row), args.toArray());
  }

  private void add(StringBuilder sql, List<Object> args, String select, Collection<?> keys) {
    if (!keys.isEmpty()) {
      OneOf these = OneOf.of(dialect, "", keys);
      sql.append(sql.length() > 0 ? " union all " : "").append(select.replace(KEYS, these.sql));
      Collections.addAll(args, these.args());
    }
  }

  private static void take(Found row, Standing standing) {
    switch (row.kind) {
      case "POINTS":
        standing.points = row.first;
        standing.tier = row.text;
        return;
      case "REVIEW":
        standing.reviews++;
        standing.lastStars = row.second;
        return;
      case "FRIENDS":
        standing.friends = (int) row.first;
        return;
      case "CONSENT":
        standing.consent = row.text;
        return;
      case "SCORE":
        standing.lastScore = row.second;
        return;
      default:
        ("P".equals(row.text) ? standing.seenProducts : standing.seenCategories).add(row.first);
        if (standing.lastSeenAt == null || row.at.isAfter(standing.lastSeenAt)) {
          standing.lastSeenAt = row.at;
        }
    }
  }
}
