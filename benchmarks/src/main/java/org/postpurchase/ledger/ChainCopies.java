package org.postpurchase.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies of accounts with everything in them: the same movements at other times, under other
 * numbers and keys, with seals and hashes of their own. Stands in the ledger's package since it
 * computes what only the ledger may.
 */
public final class ChainCopies {
  /** What belongs to an account. */
  public static final List<String> TABLES =
      List.of(
          "pp_points_account",
          "pp_points_lot",
          "pp_points_posting",
          "pp_points_entry",
          "pp_points_hold",
          "pp_points_hold_lot");

  private static final int CHUNK = 2_000;
  private static final DateTimeFormatter SQL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

  private final long stride;
  private final LongPredicate isId;
  private final BiFunction<String, Long, String> movedText;
  private final SecondsAgo ago;
  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

  /** By how much a copy is older than the pattern. */
  @FunctionalInterface
  public interface SecondsAgo {
    long of(long copy);
  }

  /**
   * @param stride what is added to every id for each copy
   * @param isId which numbers are ids
   * @param movedText a text of that copy
   */
  public ChainCopies(
      long stride, LongPredicate isId, BiFunction<String, Long, String> movedText, SecondsAgo ago) {
    this.stride = stride;
    this.isId = isId;
    this.movedText = movedText;
    this.ago = ago;
    TABLES.forEach(table -> rows.put(table, new ArrayList<>()));
  }

  /** One row of the pattern. */
  public void add(String table, Map<String, Object> values) {
    Map<String, Object> upper = new LinkedHashMap<>();
    values.forEach((column, value) -> upper.put(column.toUpperCase(Locale.ROOT), value));
    rows.get(table.toLowerCase(Locale.ROOT)).add(upper);
  }

  /** Writes the copies with those numbers by COPY. */
  public void write(Connection connection, long from, long to) throws SQLException {
    rows.get("pp_points_entry")
        .sort(
            Comparator.<Map<String, Object>>comparingLong(row -> number(row, "ACCOUNT_ID"))
                .thenComparingLong(row -> number(row, "ENTRY_NO")));
    for (long start = from; start <= to; start += CHUNK) {
      Map<String, StringBuilder> texts = new HashMap<>();
      for (long copy = start; copy < Math.min(to + 1, start + CHUNK); copy++) {
        copy(copy, texts);
      }
      for (String table : TABLES) {
        if (texts.containsKey(table)) {
          send(connection, table, texts.get(table));
        }
      }
    }
  }

  private void copy(long copy, Map<String, StringBuilder> texts) {
    Map<String, String> seals = new HashMap<>();
    Map<Long, String> heads = new TreeMap<>();
    for (Map<String, Object> row : rows.get("pp_points_posting")) {
      Map<String, Object> moved = moved(row, copy);
      seals.put(moved.get("ACCOUNT_ID") + ":" + moved.get("POSTING_NO"), seal(moved));
      line(texts, "pp_points_posting", moved);
    }
    for (Map<String, Object> row : rows.get("pp_points_entry")) {
      Map<String, Object> moved = moved(row, copy);
      long account = number(moved, "ACCOUNT_ID");
      String seal = seals.remove(account + ":" + moved.get("POSTING_NO")); // of its first entry
      String hash =
          entry(moved).hashAfter(heads.getOrDefault(account, ""), seal == null ? "" : seal);
      heads.put(account, hash);
      moved.put("HASH", hash);
      line(texts, "pp_points_entry", moved);
    }
    for (Map<String, Object> row : rows.get("pp_points_lot")) {
      Map<String, Object> moved = moved(row, copy);
      moved.put("SEAL", lot(moved).seal());
      line(texts, "pp_points_lot", moved);
    }
    for (Map<String, Object> row : rows.get("pp_points_account")) {
      Map<String, Object> moved = moved(row, copy);
      moved.put("HEAD_HASH", heads.getOrDefault(number(moved, "ACCOUNT_ID"), ""));
      line(texts, "pp_points_account", moved);
    }
    for (String table : List.of("pp_points_hold", "pp_points_hold_lot")) {
      rows.get(table).forEach(row -> line(texts, table, moved(row, copy)));
    }
  }

  private Map<String, Object> moved(Map<String, Object> row, long copy) {
    Map<String, Object> moved = new LinkedHashMap<>();
    row.forEach((column, value) -> moved.put(column, moved(value, copy)));
    return moved;
  }

  private Object moved(Object value, long copy) {
    if (value instanceof Timestamp time) {
      Instant at = time.toInstant();
      return at.isAfter(NEVER) ? at : at.minusSeconds(ago.of(copy));
    }
    if (value instanceof Number number && isId.test(number.longValue())) {
      return number.longValue() + copy * stride;
    }
    return value instanceof String text ? movedText.apply(text, copy) : value;
  }

  private static String seal(Map<String, Object> p) {
    PostingRequest request =
        new PostingRequest(
            Verb.valueOf(text(p, "VERB")),
            text(p, "POSTING_KEY"),
            number(p, "ORDER_ID"),
            text(p, "REASON_CODE"),
            text(p, "ACTOR"),
            text(p, "BATCH_ID"));
    return new PointsPosting(
            number(p, "ACCOUNT_ID"),
            number(p, "POSTING_NO"),
            text(p, "PROGRAMME"),
            request,
            text(p, "INPUT_HASH"),
            number(p, "POINTS"),
            number(p, "SHORTFALL"),
            (int) number(p, "LOT_NO"),
            (int) number(p, "HOLD_NO"),
            (Instant) p.get("POSTED_AT"))
        .seal();
  }

  private static PointsEntry entry(Map<String, Object> e) {
    return new PointsEntry(
        number(e, "ACCOUNT_ID"),
        number(e, "ENTRY_NO"),
        number(e, "POSTING_NO"),
        (int) number(e, "LOT_NO"),
        Bucket.valueOf(text(e, "BUCKET")),
        number(e, "POINTS"),
        number(e, "BALANCE"),
        "");
  }

  private static PointsLot lot(Map<String, Object> l) {
    long[] buckets = {
      number(l, "ISSUED"), number(l, "PENDING"), number(l, "AVAILABLE"), number(l, "HELD"),
      number(l, "SPENT"), number(l, "EXPIRED"), number(l, "REVERSED"), number(l, "MOVED"),
      number(l, "CLAWED"), number(l, "TAKEN"), number(l, "ELSEWHERE")
    };
    LotCause cause =
        LotCause.of(text(l, "CAUSE"))
            .forLine(number(l, "ORDER_ID"), number(l, "ORDER_LINE_ID"))
            .byRule(
                text(l, "RULE_KEY"),
                (int) number(l, "RULE_VERSION"),
                (int) number(l, "TERMS_VERSION"))
            .from(number(l, "BASE_MINOR"), text(l, "CURRENCY"), number(l, "RESIDUE"));
    return new PointsLot(
        number(l, "ACCOUNT_ID"),
        (int) number(l, "LOT_NO"),
        cause,
        text(l, "SOURCE_KEY"),
        number(l, "ORIGIN_ACCOUNT"),
        (int) number(l, "ORIGIN_LOT"),
        buckets,
        (Instant) l.get("CREATED_AT"),
        (Instant) l.get("MATURES_AT"),
        (Instant) l.get("EXPIRES_AT"));
  }

  private static long number(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? 0 : ((Number) value).longValue();
  }

  private static String text(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? "" : value.toString();
  }

  private static void line(
      Map<String, StringBuilder> texts, String table, Map<String, Object> row) {
    StringBuilder into = texts.computeIfAbsent(table, t -> new StringBuilder());
    boolean first = true;
    for (Object value : row.values()) {
      into.append(first ? "" : "\t").append(field(value));
      first = false;
    }
    into.append('\n');
  }

  private static String field(Object value) {
    if (value == null) {
      return "\\N";
    }
    if (value instanceof Instant instant) {
      return SQL_TIME.format(instant);
    }
    return value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private void send(Connection connection, String table, StringBuilder text) throws SQLException {
    String columns = String.join(", ", rows.get(table).get(0).keySet());
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " (" + columns + ") from stdin");
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    copy.endCopy();
  }
}
