package org.postpurchase.privacy.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.people.Identity;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sentences of ours in which somebody may be named though the row is not about the person: reasons
 * of failures, details of the audit, notes. Each is searched for everything by which the person is
 * known, in any letter case, and only whole names, addresses and numbers are taken out: {@code
 * ann@example.com} leaves {@code joann@example.com} as it is.
 */
final class FreeTexts {
  /** Table, its key, and the columns: a row is found again by the key. */
  private static final List<Text> ALL =
      Collections.unmodifiableList(
          Arrays.asList(
              new Text("PP_AUDIT", "AUDIT_ID", "SUBJECT", "DETAIL"),
              new Text("PP_WORK_FAILURE", "WORKER", "ITEM_KEY", "REASON").manyOfKey(),
              new Text("PP_OUTBOX", "OUTBOX_ID", "REASON", "PAYLOAD").ofOrders(),
              new Text("PP_SUPPRESSION", "SUPPRESSION_ID", "REASON"),
              new Text("PP_PROVIDER_EVENT", "EVENT_ID", "DETAIL"),
              new Text("PP_CHANNEL_BREAKER", "CHANNEL", "REASON"),
              new Text("PP_LEDGER_MISMATCH", "MISMATCH_ID", "DETAIL"),
              new Text("PP_CASE_EVENT", "EVENT_ID", "NOTE"),
              new Text("PP_REFERRAL_EVENT", "EVENT_ID", "DETAIL"),
              new Text("PP_POINTS_ADJUSTMENT", "ACCOUNT_ID", "NOTE").manyOfKey(),
              new Text("PP_POINTS_REQUEST", "REQUEST_ID", "NOTE"),
              new Text("PP_STAFF_TASK", "TASK_ID", "SUBJECT", "INSTRUCTIONS", "NOTE")));

  /** A name alone must have so many letters and a blank, or it would be found everywhere. */
  private static final int NAME_LEAST = 5;

  private static final int DIGITS_LEAST = 7;

  /** No column is shorter: a text that has grown is cut to this, or to its own length. */
  private static final int SHORTEST_COLUMN = 200;

  private static final String GONE = "(erased)";

  /** What makes an address part of a longer one. */
  private static final String BEFORE = "[\\p{L}\\p{N}._%+-]";

  private static final String AFTER = "[\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}]";

  private final JdbcTemplate jdbc;

  /** What is looked for, in lower case, and how it is found in a text. */
  private final Map<String, Pattern> marks = new LinkedHashMap<>();

  private final String pseudonym;
  private final Collection<?> orders;

  private static final class Text {
    final String table;
    final String key;
    final List<String> columns;
    boolean ofOrders;
    boolean manyOfKey;

    Text(String table, String key, String... columns) {
      this.table = table;
      this.key = key;
      this.columns = Arrays.asList(columns);
    }

    /** The key finds several rows: the text itself says which. */
    Text manyOfKey() {
      manyOfKey = true;
      return this;
    }

    /** Only rows about the person's orders: the table is long and each row names its order. */
    Text ofOrders() {
      ofOrders = true;
      return this;
    }
  }

  /**
   * @param orders ids
   * @param addresses in all spellings that are known
   * @param phones likewise
   */
  FreeTexts(
      JdbcTemplate jdbc,
      Identity person,
      Collection<?> orders,
      Collection<String> addresses,
      Collection<String> phones,
      String pseudonym) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.pseudonym = pseudonym;
    Set<String> all = new LinkedHashSet<>(addresses);
    all.add(person.ref.mailbox);
    all.add(person.email);
    all.forEach(address -> mark(address, BEFORE, AFTER));
    if (person.name.length() >= NAME_LEAST && person.name.contains(" ")) {
      mark(person.name, "[\\p{L}\\p{N}]", "[\\p{L}\\p{N}]");
    }
    Set<String> numbers = new LinkedHashSet<>(phones);
    numbers.add(person.phone);
    for (String number : numbers) {
      if (number.replaceAll("\\D", "").length() >= DIGITS_LEAST) {
        mark(number, "\\p{N}", "\\p{N}");
      }
    }
  }

  private void mark(String text, String notBefore, String notAfter) {
    if (!text.trim().isEmpty()) {
      marks.put(text.trim().toLowerCase(Locale.ROOT), whole(text.trim(), notBefore, notAfter));
    }
  }

  private static Pattern whole(String text, String notBefore, String notAfter) {
    return Pattern.compile(
        "(?<!" + notBefore + ")" + Pattern.quote(text) + "(?!" + notAfter + ")",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Values of the column in which a mailbox stands as a whole, not as the end of another one. */
  static List<String> containing(
      JdbcTemplate jdbc, String table, String column, Collection<?> mailboxes) {
    List<String> values = new ArrayList<>();
    String sql =
        "select distinct " + column + " from " + table + " where " + column + " like ? escape '!'";
    for (Object each : mailboxes) {
      String mailbox = each.toString();
      jdbc.queryForList(sql, String.class, "%" + JdbcPersonalData.escaped(mailbox) + "%").stream()
          .filter(value -> whole(mailbox, BEFORE, AFTER).matcher(value).find())
          .forEach(values::add);
    }
    return values;
  }

  /** Takes the person out of all of them; rows that were changed, by table. */
  Map<String, Integer> erase() {
    Map<String, Integer> changed = new LinkedHashMap<>();
    for (Text text : ALL) {
      for (String column : text.columns) {
        for (Object[] row : rows(text, column)) {
          String clean = without((String) row[1], column);
          if (!clean.equals(row[1])) {
            String sql =
                "update " + text.table + " set " + column + " = ? where " + text.key + " = ?";
            if (text.manyOfKey) {
              jdbc.update(sql + " and " + column + " = ?", clean, row[0], row[1]);
            } else {
              jdbc.update(sql, clean, row[0]);
            }
            changed.merge(text.table, 1, Integer::sum);
          }
        }
      }
    }
    return changed;
  }

  /** Rows in which the person is still named, by table. */
  Map<String, Integer> left() {
    Map<String, Integer> left = new LinkedHashMap<>();
    for (Text text : ALL) {
      for (String column : text.columns) {
        for (Object[] row : rows(text, column)) {
          if (!without((String) row[1], column).equals(row[1])) {
            left.merge(text.table, 1, Integer::sum);
          }
        }
      }
    }
    return left;
  }

  private List<Object[]> rows(Text text, String column) {
    if (marks.isEmpty()) {
      return Collections.emptyList();
    }
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (String mark : marks.keySet()) {
      conditions.add("lower(" + column + ") like ? escape '!'");
      values.add("%" + JdbcPersonalData.escaped(mark) + "%");
    }
    String found = "(" + String.join(" or ", conditions) + ")";
    if (text.ofOrders) {
      if (orders.isEmpty()) {
        return Collections.emptyList();
      }
      found += " and ORDER_ID in (" + String.join(", ", Collections.nCopies(orders.size(), "?"));
      found += ")";
      values.addAll(orders);
    }
    return jdbc.query(
        "select " + text.key + ", " + column + " from " + text.table + " where " + found,
        (row, n) -> new Object[] {row.getObject(1), row.getString(2)},
        values.toArray());
  }

  private String without(String text, String column) {
    String clean = text;
    for (Map.Entry<String, Pattern> mark : marks.entrySet()) {
      // Two keys must not become one.
      String instead = column.endsWith("_KEY") ? pseudonym : GONE;
      clean = mark.getValue().matcher(clean).replaceAll(Matcher.quoteReplacement(instead));
    }
    int longest = Math.max(text.length(), SHORTEST_COLUMN);
    return clean.length() > longest ? clean.substring(0, longest) : clean;
  }

  /** By table: these are taken care of. */
  static Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    ALL.forEach(text -> columns.put(text.table, text.columns));
    return columns;
  }
}
