package org.postpurchase.referral.jdbc;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.postpurchase.referral.FriendCodes;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralStore;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** What pricing has to know about codes, and claims made with them, in PP_REFERRAL. */
final class JdbcClaims {
  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final String facts;
  private final String addIfGood;
  private final boolean isBlock;

  JdbcClaims(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect, String earlierOrders) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.facts = String.format(ReferralSql.FACTS, earlierOrders);
    this.addIfGood = ReferralSql.addIfGood(dialect, earlierOrders);
    this.isBlock = ReferralSql.isBlock(dialect);
  }

  List<ReferralStore.CodeFacts> facts(
      Collection<String> codes, FriendCodes.Friend friend, String friendKey) {
    List<Object> values = new ArrayList<>();
    Collections.addAll(values, friendKey, friend.orderId);
    Collections.addAll(
        values, friend.orderId, friend.contact, friend.orderId, friend.customerId, friendKey);
    values.addAll(codes);
    String marks = String.join(", ", Collections.nCopies(codes.size(), "?"));
    List<ReferralStore.CodeFacts> found =
        jdbc.query(
            facts + " where a.CODE in (" + marks + ")",
            (row, n) -> ReferralRows.facts(row, friendKey),
            values.toArray());
    List<String> order = new ArrayList<>(codes);
    found.sort(Comparator.comparingInt(each -> order.indexOf(each.code)));
    return found;
  }

  boolean add(Referral claim) {
    List<Object> values = new ArrayList<>();
    Collections.addAll(
        values,
        claim.programmeId,
        claim.friendKey,
        claim.advocateId,
        claim.contact,
        claim.orderId,
        claim.life);
    values.addAll(how(claim));
    return inserts.ifAbsent(ReferralSql.ADD, values.toArray());
  }

  /** Not on MySQL, which locks what the select of an insert reads, orders of the shop among it. */
  boolean addIfGood(String code, FriendCodes.Friend friend, Referral claim) {
    if (addIfGood.isEmpty()) {
      return false;
    }
    BigDecimal worth = friend.merchandise == null ? ReferralSql.ANY_AMOUNT : friend.merchandise;
    List<Object> row = new ArrayList<>();
    Collections.addAll(row, claim.friendKey, claim.contact, claim.orderId);
    row.addAll(how(claim));
    List<Object> conditions = new ArrayList<>();
    Collections.addAll(
        conditions,
        code,
        claim.friendKey,
        friend.customerId,
        worth,
        claim.friendKey,
        friend.orderId);
    Collections.addAll(
        conditions, friend.orderId, friend.contact, friend.orderId, friend.customerId);
    List<Object> values = new ArrayList<>(isBlock ? conditions : row);
    values.addAll(isBlock ? row : conditions);
    return isBlock
        ? inserts.inBlock(addIfGood, values.toArray())
        : inserts.ifAbsent(addIfGood, values.toArray());
  }

  boolean reclaim(Referral before, Referral claim) {
    List<Object> values = new ArrayList<>();
    Collections.addAll(values, claim.advocateId, claim.contact, claim.orderId, claim.life);
    values.addAll(how(claim));
    Collections.addAll(values, before.id, before.state.name(), before.orderId, before.life);
    return jdbc.update(ReferralSql.RECLAIM, values.toArray()) == 1;
  }

  /** How and when the friend came, in the order in which every statement takes it. */
  private static List<Object> how(Referral claim) {
    return Arrays.asList(
        claim.claim.method.name(),
        claim.claim.channel,
        Reasons.clip(claim.claim.referrer, 120),
        claim.claim.deviceKey,
        claim.claim.networkKey,
        Utc.param(claim.claim.at),
        Utc.param(claim.changedAt));
  }

  int drop(long orderId, Instant madeBy) {
    // a claim that took over a referral with a history goes back to what it was
    int back = jdbc.update(ReferralSql.UNCLAIM, orderId, Utc.param(madeBy));
    return back + jdbc.update(ReferralSql.DROP_CLAIM, orderId, Utc.param(madeBy));
  }
}
