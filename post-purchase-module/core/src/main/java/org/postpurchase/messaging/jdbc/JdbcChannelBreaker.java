package org.postpurchase.messaging.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.postpurchase.messaging.ChannelBreaker;
import org.postpurchase.messaging.ChannelTrouble;
import org.postpurchase.messaging.SendOutcome;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.SqlDialect;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcChannelBreaker implements ChannelBreaker {
  private static final String FIND =
      "select OWNER, REASON, OPEN_SINCE, PROBE_AT, PROBES from PP_CHANNEL_BREAKER where CHANNEL ="
          + " ?";
  private static final String OPEN =
      "insert into PP_CHANNEL_BREAKER (CHANNEL, OWNER, REASON, OPEN_SINCE, PROBE_AT, PROBES,"
          + " MESSAGE_ID) values (?, ?, ?, ?, ?, 0, ?)";
  private static final String STILL_OPEN =
      "update PP_CHANNEL_BREAKER set OWNER = ?, REASON = ?, PROBE_AT = ?, PROBES = PROBES + 1,"
          + " MESSAGE_ID = ?, PROBE_OWNER = null, PROBE_UNTIL = null where CHANNEL = ?";
  private static final String SUSPECT =
      "select MESSAGE_ID from PP_CHANNEL_BREAKER where CHANNEL = ? and MESSAGE_ID <> ?";
  private static final String CLOSE = "delete from PP_CHANNEL_BREAKER where CHANNEL = ?";
  private static final String PROBE_NOW =
      "update PP_CHANNEL_BREAKER set PROBE_AT = ? where CHANNEL = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final SqlDialect dialect;
  private final String channel;

  JdbcChannelBreaker(JdbcTemplate jdbc, Inserts inserts, SqlDialect dialect, String channel) {
    this.channel = channel;
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.dialect = dialect;
  }

  @Override
  public Permit ask(Instant now, String owner, int leaseSeconds) {
    Optional<ChannelTrouble> trouble = trouble();
    if (!trouble.isPresent()) {
      return Permit.FREE;
    }
    if (trouble.get().probeAt.isAfter(now)) {
      return Permit.WAIT;
    }
    String take =
        "update PP_CHANNEL_BREAKER set PROBE_OWNER = ?, PROBE_UNTIL = "
            + dialect.nowPlusSeconds(leaseSeconds)
            + " where CHANNEL = ? and PROBE_AT <= ? and (PROBE_OWNER = ? or PROBE_UNTIL is null or"
            + " PROBE_UNTIL < "
            + dialect.now()
            + ")";
    return jdbc.update(take, owner, channel, Utc.param(now), owner) == 1
        ? Permit.PROBE
        : Permit.WAIT;
  }

  @Override
  public Instant open(SendOutcome outcome, Instant now, long suspect) {
    int probes = trouble().map(t -> t.probes + 1).orElse(0);
    Instant next = now.plus(ChannelBreaker.rest(probes, outcome.kind));
    Long message = suspect == 0 ? null : (Long) suspect;
    String fault = outcome.kind == SendOutcome.Kind.SENDER ? "SENDER" : "SERVER";
    if (probes > 0
        || !inserts.ifAbsent(
            OPEN, channel, fault, outcome.reason, Utc.param(now), Utc.param(next), message)) {
      jdbc.update(STILL_OPEN, fault, outcome.reason, Utc.param(next), message, channel);
    }
    return next;
  }

  @Override
  public OptionalLong close(long sent) {
    List<Long> suspects = jdbc.queryForList(SUSPECT, Long.class, channel, sent);
    jdbc.update(CLOSE, channel);
    return suspects.isEmpty() ? OptionalLong.empty() : OptionalLong.of(suspects.get(0));
  }

  @Override
  public boolean probeNow(Instant now) {
    return jdbc.update(PROBE_NOW, Utc.param(now), channel) == 1;
  }

  @Override
  public Optional<ChannelTrouble> trouble() {
    List<ChannelTrouble> found =
        jdbc.query(
            FIND,
            (row, n) ->
                new ChannelTrouble(
                    SendOutcome.Kind.valueOf(row.getString("OWNER")),
                    row.getString("REASON"),
                    Utc.instant(row, "OPEN_SINCE"),
                    Utc.instant(row, "PROBE_AT"),
                    row.getInt("PROBES")),
            channel);
    return found.stream().findFirst();
  }
}
