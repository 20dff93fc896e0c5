package org.postpurchase.referral.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralReward;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralViews;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Money;
import org.postpurchase.shared.PageOf;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.PageByKey;
import org.postpurchase.shared.jdbc.RowSets;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists over PP_REFERRAL and PP_ADVOCATE. */
final class JdbcReferralViews implements ReferralViews {
  private static final String COUNTS =
      "select STATE, count(*) as HOW_MANY from PP_REFERRAL group by STATE";
  private static final String JOINED = "select count(*) from PP_ADVOCATE where PROGRAMME_ID = ?";
  private static final String VISITED =
      "select coalesce(sum(v.PEOPLE), 0) from PP_REFERRAL_VISIT v join PP_ADVOCATE a"
          + " on a.ADVOCATE_ID = v.ADVOCATE_ID where a.PROGRAMME_ID = ?";
  private static final String BOUGHT =
      "select count(*) from PP_REFERRAL where PROGRAMME_ID = ? and STATE <> 'CLAIMED'";
  private static final String REWARDED =
      "select count(*) from PP_REFERRAL where PROGRAMME_ID = ? and STATE = 'REWARDED'";
  private static final String POINTS =
      "select coalesce(sum(w.POINTS - w.TAKEN_BACK), 0) from PP_REFERRAL_REWARD w join PP_REFERRAL r"
          + " on r.REFERRAL_ID = w.REFERRAL_ID where r.PROGRAMME_ID = ? and w.STATE <> 'REVERSED'";

  private static final String CODES =
      "select count(*) from PP_REFERRAL_REWARD w join PP_REFERRAL r on r.REFERRAL_ID = w.REFERRAL_ID"
          + " where r.PROGRAMME_ID = ? and w.KIND = 'CODE' and w.STATE = 'PAID'";
  private static final String AGAIN =
      "select count(*) from PP_REFERRAL r where r.PROGRAMME_ID = ? and r.STATE in ('QUALIFYING', 'REWARDED', 'HELD')"
          + " and exists (select 1 from PP_PERSON_KEY k where k.KIND = 'MAILBOX' and k.KEY_HASH = r.FRIEND_KEY"
          + " and k.ORDER_ID > r.ORDER_ID)";
  private static final String MONEY_IN =
      "select CURRENCY, sum(BASE_MINOR) as BOUGHT from PP_REFERRAL where PROGRAMME_ID = ? and CURRENCY <> ''"
          + " and STATE in ('QUALIFYING', 'REWARDED', 'HELD') group by CURRENCY order by CURRENCY";
  private static final String VISITS_BY_WAY =
      "select v.CHANNEL, sum(v.PEOPLE) as HOW_MANY, 0 as PAID from PP_REFERRAL_VISIT v join PP_ADVOCATE a"
          + " on a.ADVOCATE_ID = v.ADVOCATE_ID where a.PROGRAMME_ID = ? group by v.CHANNEL";
  private static final String ORDERS_BY_WAY =
      "select CHANNEL, count(*) as HOW_MANY, sum(case when STATE = 'REWARDED' then 1 else 0 end) as PAID"
          + " from PP_REFERRAL where PROGRAMME_ID = ? and STATE <> 'CLAIMED' group by CHANNEL";
  private static final String AFTER =
      ReferralSql.SELECT
          + " where REFERRAL_ID > ? and STATE <> 'CLAIMED' order by REFERRAL_ID limit ?";
  private static final String REWARDS_OF =
      "select w.* from PP_REFERRAL_REWARD w join PP_REFERRAL r on r.REFERRAL_ID = w.REFERRAL_ID"
          + " where w.LIFE = r.LIFE and w.REFERRAL_ID {keys}";
  private static final String ADVOCATES_BY = " where (? = '' or CONTACT like ? or CODE = ?)";
  private static final String OF_ADVOCATES =
      "select ADVOCATE_ID, count(*) as FRIENDS, sum(case when STATE = 'REWARDED' then 1 else 0 end) as PAID,"
          + " sum(case when STATE = 'HELD' then 1 else 0 end) as HELD from PP_REFERRAL where STATE <> 'CLAIMED'"
          + " and ADVOCATE_ID {keys} group by ADVOCATE_ID";

  private final JdbcTemplate jdbc;
  private final RowSets rows;

  JdbcReferralViews(JdbcTemplate jdbc, RowSets rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  public PageOf<Row> list(ReferralState state, ListPage page) {
    List<Object> args = new ArrayList<>(Collections.singleton(state.name()));
    return new PageByKey(jdbc, "REFERRAL_ID")
        .of(
            ReferralSql.SELECT,
            " where STATE = ?",
            args,
            page,
            (row, n) -> ReferralRows.referral(row))
        .map(this::withAdvocates);
  }

  @Override
  public List<Row> after(long id, int limit) {
    return withAdvocates(jdbc.query(AFTER, (row, n) -> ReferralRows.referral(row), id, limit));
  }

  private List<Row> withAdvocates(List<Referral> found) {
    Map<Long, Advocate> advocates = new LinkedHashMap<>();
    found.forEach(referral -> advocates.put(referral.advocateId, null));
    rows.select(
            JdbcAdvocateStore.SELECT + " where ADVOCATE_ID {keys}",
            advocates.keySet(),
            (row, n) -> JdbcAdvocateStore.advocate(row))
        .forEach(advocate -> advocates.put(advocate.id, advocate));
    List<Row> all = new ArrayList<>();
    found.forEach(referral -> all.add(new Row(referral, advocates.get(referral.advocateId))));
    return all;
  }

  @Override
  public Map<ReferralState, Integer> counts() {
    Map<ReferralState, Integer> counts = new EnumMap<>(ReferralState.class);
    jdbc.query(
        COUNTS,
        row -> {
          counts.put(ReferralState.valueOf(row.getString("STATE")), row.getInt("HOW_MANY"));
        });
    return counts;
  }

  @Override
  public Funnel funnel(long programmeId) {
    Steps steps =
        new Steps(
            count(JOINED, programmeId),
            count(VISITED, programmeId),
            count(BOUGHT, programmeId),
            count(REWARDED, programmeId),
            count(AGAIN, programmeId));
    List<Money> moneyIn =
        jdbc.query(
            MONEY_IN,
            (row, n) ->
                Money.ofMinor(
                    row.getLong("BOUGHT"), Currency.getInstance(row.getString("CURRENCY"))),
            programmeId);
    return new Funnel(steps, moneyIn, count(POINTS, programmeId), count(CODES, programmeId));
  }

  @Override
  public List<Way> ways(long programmeId) {
    Map<String, long[]> byChannel = new TreeMap<>();
    jdbc.query(
        VISITS_BY_WAY,
        row -> {
          byChannel.computeIfAbsent(Columns.text(row, "CHANNEL"), c -> new long[3])[0] +=
              row.getLong("HOW_MANY");
        },
        programmeId);
    jdbc.query(
        ORDERS_BY_WAY,
        row -> {
          long[] counts = byChannel.computeIfAbsent(Columns.text(row, "CHANNEL"), c -> new long[3]);
          counts[1] += row.getLong("HOW_MANY");
          counts[2] += row.getLong("PAID");
        },
        programmeId);
    List<Way> ways = new ArrayList<>();
    byChannel.forEach((channel, n) -> ways.add(new Way(channel, n[0], n[1], n[2])));
    return ways;
  }

  @Override
  public Map<Long, List<ReferralReward>> rewards(Collection<Long> referralIds) {
    Map<Long, List<ReferralReward>> all = new HashMap<>();
    rows.select(REWARDS_OF, referralIds, (row, n) -> ReferralRows.reward(row))
        .forEach(r -> all.computeIfAbsent(r.referralId, id -> new ArrayList<>()).add(r));
    return all;
  }

  @Override
  public PageOf<AdvocateRow> advocates(String search, ListPage page) {
    return new PageByKey(jdbc, "ADVOCATE_ID")
        .of(
            JdbcAdvocateStore.SELECT,
            ADVOCATES_BY,
            new ArrayList<>(searched(search)),
            page,
            (row, n) -> JdbcAdvocateStore.advocate(row))
        .map(this::withFriends);
  }

  private List<AdvocateRow> withFriends(List<Advocate> found) {
    Map<Long, long[]> counts = new HashMap<>();
    List<Long> ids = found.stream().map(a -> a.id).collect(Collectors.toList());
    rows.select(
        OF_ADVOCATES,
        ids,
        (row, n) ->
            counts.put(
                row.getLong("ADVOCATE_ID"),
                new long[] {row.getLong("FRIENDS"), row.getLong("PAID"), row.getLong("HELD")}));
    List<AdvocateRow> all = new ArrayList<>();
    for (Advocate advocate : found) {
      long[] n = counts.getOrDefault(advocate.id, new long[3]);
      all.add(new AdvocateRow(advocate, n[0], n[1], n[2]));
    }
    return all;
  }

  private static List<Object> searched(String search) {
    String text = search.trim().toLowerCase(Locale.ROOT);
    String like = "%" + text.replaceAll("[%_\\\\]", "") + "%";
    return Arrays.asList(text, like, FriendCode.of(search).orElse("-"));
  }

  private long count(String select, long programmeId) {
    return jdbc.queryForObject(select, Long.class, programmeId);
  }
}
