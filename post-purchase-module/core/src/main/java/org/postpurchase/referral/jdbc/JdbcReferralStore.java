package org.postpurchase.referral.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.referral.FriendCodes;
import org.postpurchase.referral.Referral;
import org.postpurchase.referral.ReferralEvent;
import org.postpurchase.referral.ReferralReward;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ReferralStore;
import org.postpurchase.referral.Signal;
import org.postpurchase.shared.Reasons;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Referrals in PP_REFERRAL and the tables beside it. */
final class JdbcReferralStore implements ReferralStore {
  private static final int DETAIL_MAX = 500;

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final JdbcClaims claims;

  JdbcReferralStore(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect, String earlierOrders) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
    this.claims = new JdbcClaims(jdbc, inserts, dialect, earlierOrders);
  }

  @Override
  public List<CodeFacts> facts(
      Collection<String> codes, FriendCodes.Friend friend, String friendKey) {
    return claims.facts(codes, friend, friendKey);
  }

  @Override
  public boolean add(Referral claim) {
    return claims.add(claim);
  }

  @Override
  public boolean addIfGood(String code, FriendCodes.Friend friend, Referral claim) {
    return claims.addIfGood(code, friend, claim);
  }

  @Override
  public boolean reclaim(Referral before, Referral claim) {
    return claims.reclaim(before, claim);
  }

  @Override
  public int dropClaims(long orderId, Instant madeBy) {
    return claims.drop(orderId, madeBy);
  }

  @Override
  public Optional<Referral> find(long id) {
    return one(ReferralSql.SELECT + " where REFERRAL_ID = ?", id);
  }

  @Override
  public Optional<Referral> lockOfOrder(long orderId) {
    List<Long> ids = jdbc.queryForList(ReferralSql.OF_ORDER, Long.class, orderId);
    return ids.isEmpty() ? Optional.empty() : lock(ids.get(0)).filter(r -> r.orderId == orderId);
  }

  @Override
  public Map<Long, Referral> lockOfOrders(Collection<Long> orderIds) {
    List<Long> ids =
        inserts
            .rows()
            .select(ReferralSql.OF_ORDERS, orderIds, (row, n) -> row.getLong("REFERRAL_ID"));
    Map<Long, Referral> found = new LinkedHashMap<>();
    Collections.sort(ids);
    for (long id : ids) {
      lock(id)
          .filter(referral -> orderIds.contains(referral.orderId))
          .ifPresent(referral -> found.put(referral.orderId, referral));
    }
    return found;
  }

  @Override
  public Optional<Referral> lock(long id) {
    return jdbc.update(ReferralSql.LOCK, id) == 1 ? find(id) : Optional.empty();
  }

  @Override
  public void save(Referral r) {
    jdbc.update(
        ReferralSql.SAVE,
        r.life,
        r.state.name(),
        r.reason.name(),
        r.score,
        r.base == null ? 0 : r.base.amountMinor(),
        r.base == null ? "" : r.base.currency().getCurrencyCode(),
        Utc.param(r.dueAt),
        Utc.param(r.bookedAt),
        Utc.param(r.changedAt),
        r.decidedBy,
        Utc.param(r.appealedAt),
        Reasons.clip(r.appeal, DETAIL_MAX),
        r.id);
  }

  @Override
  public boolean addEvent(String key, ReferralEvent e) {
    return inserts.ifAbsent(
        ReferralSql.ADD_EVENT,
        e.referralId,
        key.isEmpty() ? null : key,
        e.from.name(),
        e.to.name(),
        e.gate.name(),
        e.reason.name(),
        Reasons.clip(e.detail, DETAIL_MAX),
        e.actor,
        Utc.param(e.at));
  }

  @Override
  public List<ReferralEvent> events(long referralId) {
    return jdbc.query(ReferralSql.EVENTS, (row, n) -> ReferralRows.event(row), referralId);
  }

  @Override
  public void saveSignals(long referralId, List<Signal> signals, Instant now) {
    jdbc.update(ReferralSql.DROP_SIGNALS, referralId);
    List<Object[]> rows = new ArrayList<>();
    for (Signal signal : signals) {
      rows.add(
          new Object[] {
            referralId,
            signal.key,
            signal.weight,
            Reasons.clip(signal.evidence, DETAIL_MAX),
            Utc.param(now)
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(ReferralSql.ADD_SIGNAL, rows);
    }
  }

  @Override
  public List<Signal> signals(long referralId) {
    return jdbc.query(
        ReferralSql.SIGNALS,
        (row, n) ->
            new Signal(
                row.getString("SIGNAL_KEY"), row.getInt("WEIGHT"), row.getString("EVIDENCE")),
        referralId);
  }

  @Override
  public boolean addReward(ReferralReward r) {
    return inserts.ifAbsent(
        ReferralSql.ADD_REWARD,
        r.referralId,
        r.side.name(),
        r.life,
        r.kind.name(),
        r.points,
        r.offerId,
        r.validDays,
        r.programme,
        r.accountId,
        r.lotNo,
        r.takenBack,
        r.state.name());
  }

  @Override
  public void saveReward(ReferralReward r) {
    jdbc.update(
        ReferralSql.SAVE_REWARD, r.takenBack, r.state.name(), r.referralId, r.side.name(), r.life);
  }

  @Override
  public List<ReferralReward> rewards(long referralId) {
    return jdbc.query(ReferralSql.REWARDS, (row, n) -> ReferralRows.reward(row), referralId);
  }

  @Override
  public List<Referral> due(Instant now, int limit) {
    return jdbc.query(
        ReferralSql.DUE, (row, n) -> ReferralRows.referral(row), Utc.param(now), limit);
  }

  @Override
  public Optional<Instant> nextDue(Instant after) {
    return jdbc
        .query(ReferralSql.NEXT, (row, n) -> Optional.ofNullable(Utc.instant(row, "NEXT_AT")))
        .stream()
        .findFirst()
        .flatMap(next -> next);
  }

  @Override
  public List<Referral> claimedBefore(Instant moment, int limit) {
    return jdbc.query(
        ReferralSql.CLAIMED_BEFORE,
        (row, n) -> ReferralRows.referral(row),
        Utc.param(moment),
        limit);
  }

  @Override
  public int booked(long advocateId, Instant since) {
    return jdbc.queryForObject(
        ReferralSql.BOOKED + dialect.latest(), Integer.class, advocateId, Utc.param(since));
  }

  @Override
  public List<Referral> ofAdvocate(long advocateId, int limit) {
    return jdbc.query(
        ReferralSql.OF_ADVOCATE, (row, n) -> ReferralRows.referral(row), advocateId, limit);
  }

  @Override
  public List<Referral> ofAdvocate(long advocateId, ReferralState state) {
    return jdbc.query(
        ReferralSql.OF_ADVOCATE_IN,
        (row, n) -> ReferralRows.referral(row),
        advocateId,
        state.name());
  }

  @Override
  public boolean takeBudget(long programmeId, long points, long budget) {
    if (points == 0) {
      return true;
    }
    inserts.orKeep(ReferralSql.NEW_BUDGET, programmeId);
    return budget <= 0
        ? jdbc.update(ReferralSql.TAKE_ANY, points, programmeId) == 1
        : jdbc.update(ReferralSql.TAKE_WITHIN, points, programmeId, budget - points) == 1;
  }

  @Override
  public void giveBackBudget(long programmeId, long points) {
    if (points > 0) {
      jdbc.update(ReferralSql.TAKE_ANY, -points, programmeId);
    }
  }

  private Optional<Referral> one(String select, Object... values) {
    return jdbc.query(select, (row, n) -> ReferralRows.referral(row), values).stream().findFirst();
  }
}
