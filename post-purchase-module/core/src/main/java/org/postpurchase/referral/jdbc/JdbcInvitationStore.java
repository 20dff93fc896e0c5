package org.postpurchase.referral.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.postpurchase.referral.invite.Invitation;
import org.postpurchase.referral.invite.InvitationStore;
import org.postpurchase.referral.invite.InvitationVerdict;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invitations in PP_INVITATION, and how many there were in PP_INVITATION_DAY. */
final class JdbcInvitationStore implements InvitationStore {
  private static final String ADD =
      "insert into PP_INVITATION (MAILBOX_KEY, ADVOCATE_ID, LOCALE_CODE, LAW_VERSION, SENT_AT)"
          + " values (?, ?, ?, ?, ?)";
  private static final String ID = "select INVITATION_ID from PP_INVITATION where MAILBOX_KEY = ?";
  private static final String SENT_AS =
      "update PP_INVITATION set MESSAGE_ID = ? where INVITATION_ID = ?";
  private static final String FIND =
      "select INVITATION_ID, ADVOCATE_ID, MAILBOX_KEY, LOCALE_CODE, LAW_VERSION, SENT_AT"
          + " from PP_INVITATION where INVITATION_ID {keys}";

  /** Under the advocate's lock, so that what others have committed has to be seen. */
  private static final String COUNT_OF =
      "select count(*) from PP_INVITATION where ADVOCATE_ID = ? and SENT_AT >= ?";

  private static final String NEW_DAY =
      "insert into PP_INVITATION_DAY (DAY_KEY, INVITE_DAY, VERDICT, PEOPLE) values (?, ?, ?, 0)";
  private static final String COUNT =
      "update PP_INVITATION_DAY set PEOPLE = PEOPLE + 1 where DAY_KEY = ? and PEOPLE < ?";
  private static final String GIVE_BACK =
      "update PP_INVITATION_DAY set PEOPLE = PEOPLE - 1 where DAY_KEY = ?";
  private static final String COUNTS =
      "select VERDICT, sum(PEOPLE) as PEOPLE from PP_INVITATION_DAY where INVITE_DAY >= ? group by VERDICT";
  private static final String LAST_ORDER =
      "select max(ORDER_ID) as ORDER_ID from PP_PERSON_KEY where KIND = 'MAILBOX' and KEY_HASH = ?"
          + " and ORDER_ID > 0";
  private static final String WITH_MESSAGE =
      "select MESSAGE_ID from PP_INVITATION where MESSAGE_ID is not null and SENT_AT < ?"
          + " order by SENT_AT, INVITATION_ID limit ?";
  private static final String FORGET =
      "update PP_INVITATION set MESSAGE_ID = null where MESSAGE_ID = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;

  JdbcInvitationStore(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
  }

  @Override
  public OptionalLong add(Invitation invitation) {
    boolean isNew =
        inserts.ifAbsent(
            ADD,
            invitation.mailboxKey,
            invitation.advocateId,
            invitation.localeCode,
            invitation.lawVersion,
            Utc.param(invitation.sentAt));
    return isNew
        ? OptionalLong.of(jdbc.queryForObject(ID, Long.class, invitation.mailboxKey))
        : OptionalLong.empty();
  }

  @Override
  public void sentAs(long id, long messageId) {
    jdbc.update(SENT_AS, messageId, id);
  }

  @Override
  public Map<Long, Invitation> find(Collection<Long> ids) {
    Map<Long, Invitation> found = new HashMap<>();
    inserts
        .rows()
        .select(FIND, ids, (row, n) -> invitation(row))
        .forEach(invitation -> found.put(invitation.id, invitation));
    return found;
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getLong("INVITATION_ID"),
        row.getLong("ADVOCATE_ID"),
        row.getString("MAILBOX_KEY"),
        row.getString("LOCALE_CODE"),
        Columns.text(row, "LAW_VERSION"),
        Utc.instant(row, "SENT_AT"));
  }

  @Override
  public int countOf(long advocateId, Instant since) {
    return jdbc.queryForObject(
        COUNT_OF + dialect.latest(), Integer.class, advocateId, Utc.param(since));
  }

  @Override
  public boolean count(String day, InvitationVerdict verdict, int most) {
    String key = day + ":" + verdict;
    inserts.orKeep(NEW_DAY, key, day, verdict.name());
    return jdbc.update(COUNT, key, most <= 0 ? Integer.MAX_VALUE : most) == 1;
  }

  @Override
  public void giveBack(String day, InvitationVerdict verdict) {
    jdbc.update(GIVE_BACK, day + ":" + verdict);
  }

  @Override
  public Map<InvitationVerdict, Long> counts(String fromDay) {
    Map<InvitationVerdict, Long> counts = new EnumMap<>(InvitationVerdict.class);
    jdbc.query(
        COUNTS,
        row -> {
          counts.put(InvitationVerdict.valueOf(row.getString("VERDICT")), row.getLong("PEOPLE"));
        },
        fromDay);
    return counts;
  }

  @Override
  public OptionalLong lastOrder(String mailboxKey) {
    return jdbc.query(LAST_ORDER, (row, n) -> row.getLong("ORDER_ID"), mailboxKey).stream()
        .filter(id -> id > 0)
        .mapToLong(id -> id)
        .findFirst();
  }

  @Override
  public List<Long> messagesBefore(Instant moment, int limit) {
    return jdbc.queryForList(WITH_MESSAGE, Long.class, Utc.param(moment), limit);
  }

  @Override
  public void forgetMessages(Collection<Long> messageIds) {
    List<Object[]> rows = new ArrayList<>();
    messageIds.forEach(id -> rows.add(new Object[] {id}));
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(FORGET, rows);
    }
  }
}
