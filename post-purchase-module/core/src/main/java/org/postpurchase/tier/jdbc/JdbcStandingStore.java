package org.postpurchase.tier.jdbc;

import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.postpurchase.tier.Standing;
import org.postpurchase.tier.StandingStore;
import org.postpurchase.tier.TierChange;
import org.springframework.jdbc.core.JdbcTemplate;

/** Standings in PP_TIER_STANDING, their history in PP_TIER_CHANGE. */
final class JdbcStandingStore implements StandingStore {
  private static final String SELECT =
      "select ACCOUNT_ID, TIER_KEY, SINCE_AT, ASCENTS, QUALIFIED, GRACE_UNTIL, FINGERPRINT, DUE_AT, EDITION"
          + " from PP_TIER_STANDING where ACCOUNT_ID ";
  private static final String ADD =
      "insert into PP_TIER_STANDING (ACCOUNT_ID, ASCENTS, QUALIFIED, DUE_AT, EDITION) values (?, 0, 0, ?, 0)";
  private static final String TOUCH =
      "update PP_TIER_STANDING set DUE_AT = ?, EDITION = EDITION + 1 where ACCOUNT_ID = ?";
  private static final String SAVE =
      "update PP_TIER_STANDING set TIER_KEY = ?, SINCE_AT = ?, ASCENTS = ?, QUALIFIED = ?, GRACE_UNTIL = ?,"
          + " FINGERPRINT = ?, DUE_AT = ?, EDITION = ? where ACCOUNT_ID = ? and EDITION = ?";
  private static final String OF_OWNERS =
      "select A.OWNER_KEY, A.MERGED_INTO, S.TIER_KEY from PP_POINTS_ACCOUNT A left join PP_TIER_STANDING S"
          + " on S.ACCOUNT_ID = A.ACCOUNT_ID where A.OWNER_KEY {keys} and A.PROGRAMME = ?";
  private static final String DUE = "select ACCOUNT_ID, DUE_AT from PP_TIER_STANDING where ";

  /** Those of the same moment and those of later ones are found apart: thousands may share one. */
  private static final String DUE_TOO =
      DUE + "DUE_AT = ? and ACCOUNT_ID > ? order by ACCOUNT_ID limit ?";

  private static final String DUE_LATER =
      DUE + "DUE_AT <= ? and DUE_AT > ? order by DUE_AT, ACCOUNT_ID limit ?";
  private static final String NEXT_DUE =
      "select DUE_AT from PP_TIER_STANDING where DUE_AT > ? order by DUE_AT limit 1";
  private static final String OTHERS =
      "select ACCOUNT_ID from PP_TIER_STANDING where ACCOUNT_ID > ? and (FINGERPRINT is null or FINGERPRINT <> ?)"
          + " order by ACCOUNT_ID limit ?";
  private static final String ADD_CHANGE =
      "insert into PP_TIER_CHANGE (ACCOUNT_ID, OWNER_KEY, KIND, TIER_KEY, ASCENT, QUALIFIED, UNTIL_AT, CHANGED_AT)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CHANGES =
      "select ACCOUNT_ID, OWNER_KEY, KIND, TIER_KEY, ASCENT, QUALIFIED, UNTIL_AT, CHANGED_AT from PP_TIER_CHANGE"
          + " where ACCOUNT_ID = ? order by CHANGE_ID desc limit ?";
  private static final String COUNTS =
      "select S.TIER_KEY, count(*) N, count(S.GRACE_UNTIL) R from PP_TIER_STANDING S"
          + " join PP_POINTS_ACCOUNT A on A.ACCOUNT_ID = S.ACCOUNT_ID"
          + " where S.TIER_KEY is not null and A.MERGED_INTO = 0 group by S.TIER_KEY order by S.TIER_KEY";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final RowSets rows;

  JdbcStandingStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.rows = inserts.rows();
  }

  @Override
  public Optional<Standing> find(long accountId) {
    return jdbc.query(SELECT + "= ?", (row, n) -> standing(row), accountId).stream().findFirst();
  }

  @Override
  public void begin(long accountId, Instant now) {
    inserts.orKeep(ADD, accountId, Utc.param(now));
  }

  @Override
  public void touch(long accountId, Instant now) {
    boolean known = jdbc.update(TOUCH, Utc.param(now), accountId) == 1;
    if (!known && !inserts.ifAbsent(ADD, accountId, Utc.param(now))) {
      jdbc.update(TOUCH, Utc.param(now), accountId);
    }
  }

  @Override
  public List<Standing> find(Collection<Long> accountIds) {
    return rows.select(
        SELECT + "{keys} order by ACCOUNT_ID", accountIds, (row, n) -> standing(row));
  }

  @Override
  public List<OfOwner> ofOwners(String programme, Collection<String> ownerKeys) {
    return rows.select(
        OF_OWNERS,
        ownerKeys,
        (row, n) ->
            new OfOwner(
                row.getString("OWNER_KEY"),
                Columns.text(row, "TIER_KEY"),
                row.getLong("MERGED_INTO") != 0),
        programme);
  }

  @Override
  public void touch(Collection<Long> accountIds, Instant now) {
    rows.upsert(
        ADD,
        "ACCOUNT_ID",
        "DUE_AT = ?, EDITION = PP_TIER_STANDING.EDITION + 1",
        accountIds.stream().map(id -> new Object[] {id, Utc.param(now)}).collect(toList()),
        Utc.param(now));
  }

  @Override
  public void save(List<Standing> before, List<Standing> after) {
    List<Object[]> changed = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Standing is = after.get(i);
      changed.add(
          new Object[] {
            is.tierKey.isEmpty() ? null : is.tierKey,
            Utc.param(is.since),
            is.ascents,
            is.qualified,
            Utc.param(is.graceUntil),
            is.fingerprint,
            Utc.param(is.dueAt),
            is.edition,
            is.accountId,
            before.get(i).edition
          });
    }
    rows.update(SAVE, changed);
  }

  @Override
  public List<Due> due(Instant now, Due after, int limit) {
    List<Due> found = new ArrayList<>();
    Instant last = after == null ? Instant.EPOCH : after.dueAt;
    if (after != null) {
      found.addAll(due(DUE_TOO, Utc.param(last), after.accountId, limit));
    }
    if (found.size() < limit) {
      found.addAll(due(DUE_LATER, Utc.param(now), Utc.param(last), limit - found.size()));
    }
    return found;
  }

  private List<Due> due(String select, Object... args) {
    return jdbc.query(
        select, (row, n) -> new Due(row.getLong("ACCOUNT_ID"), Utc.instant(row, "DUE_AT")), args);
  }

  @Override
  public List<Due> heldAgainstOthers(String fingerprint, long above, int limit) {
    return jdbc.query(
        OTHERS, (row, n) -> new Due(row.getLong("ACCOUNT_ID"), null), above, fingerprint, limit);
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant moment) {
    return jdbc.query(NEXT_DUE, (row, n) -> Utc.instant(row, "DUE_AT"), Utc.param(moment)).stream()
        .findFirst();
  }

  @Override
  public void add(List<TierChange> changes) {
    List<Object[]> added = new ArrayList<>();
    for (TierChange change : changes) {
      added.add(
          new Object[] {
            change.accountId,
            change.ownerKey,
            change.kind.name(),
            change.tierKey,
            change.ascent,
            change.qualified,
            Utc.param(change.until),
            Utc.param(change.at)
          });
    }
    rows.insert(ADD_CHANGE, added);
  }

  @Override
  public List<TierChange> changes(long accountId, int limit) {
    return jdbc.query(CHANGES, (row, n) -> change(row), accountId, limit);
  }

  @Override
  public List<Count> counts() {
    return jdbc.query(
        COUNTS,
        (row, n) -> new Count(row.getString("TIER_KEY"), row.getLong("N"), row.getLong("R")));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong("ACCOUNT_ID"),
        Columns.text(row, "TIER_KEY"),
        Utc.instant(row, "SINCE_AT"),
        row.getInt("ASCENTS"),
        row.getLong("QUALIFIED"),
        Utc.instant(row, "GRACE_UNTIL"),
        Columns.text(row, "FINGERPRINT"),
        Utc.instant(row, "DUE_AT"),
        row.getInt("EDITION"));
  }

  private static TierChange change(ResultSet row) throws SQLException {
    return new TierChange(
        row.getLong("ACCOUNT_ID"),
        row.getString("OWNER_KEY"),
        TierChange.Kind.valueOf(row.getString("KIND")),
        row.getString("TIER_KEY"),
        row.getInt("ASCENT"),
        row.getLong("QUALIFIED"),
        Utc.instant(row, "UNTIL_AT"),
        Utc.instant(row, "CHANGED_AT"));
  }
}
