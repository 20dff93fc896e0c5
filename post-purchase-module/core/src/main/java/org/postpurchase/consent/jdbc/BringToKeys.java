package org.postpurchase.consent.jdbc;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postpurchase.consent.MailboxKeys;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes through each table by its key, and remembers in PP_TASK_PROGRESS how far it has come. */
final class BringToKeys implements MailboxKeys {
  private static final int PAGE = 2_000;

  /** So many rows are looked at again: a node of an older version may have written them late. */
  private static final int AGAIN = 10_000;

  private static final String REACHED =
      "select REACHED_ID, REACHED_TEXT from PP_TASK_PROGRESS where TASK = ?";
  private static final String BEGIN =
      "insert into PP_TASK_PROGRESS (TASK, REACHED_ID, CHANGED_AT) values (?, 0, ?)";
  private static final String REACH =
      "update PP_TASK_PROGRESS set REACHED_ID = ?, REACHED_TEXT = ?, CHANGED_AT = ? where TASK = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;
  private final Transactions transactions;
  private final Clock clock;

  BringToKeys(JdbcTemplate jdbc, Inserts inserts, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.inserts = inserts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A row whose address is another spelling than its mailbox's key. */
  static final class Misspelt {
    final long id;
    final String contact;
    final String key;

    private Misspelt(long id, String contact, String key) {
      this.id = id;
      this.contact = contact;
      this.key = key;
    }
  }

  @Override
  public Map<String, Integer> bring() {
    Map<String, Integer> brought = new LinkedHashMap<>();
    brought.put(
        "PP_SUPPRESSION",
        byId("PP_SUPPRESSION", "SUPPRESSION_ID", new MergeSuppressions(jdbc)::bring));
    brought.put("PP_CONSENT", byId("PP_CONSENT", "CONSENT_ID"));
    brought.put("PP_CONTACT", contacts(new MergeContacts(jdbc, inserts)));
    brought.put(
        "PP_ENROLLMENT",
        byId("PP_ENROLLMENT", "ENROLLMENT_ID", new RenameEnrollments(jdbc)::bring));
    brought.put("PP_TOUCH_DECISION", byId("PP_TOUCH_DECISION", "DECISION_ID"));
    brought.put("PP_REWARD_CODE", byId("PP_REWARD_CODE", "REWARD_CODE_ID"));
    return brought;
  }

  private int byId(String table, String id) {
    String update = "update " + table + " set CONTACT = ? where " + id + " = ?";
    return byId(
        table,
        id,
        rows -> {
          List<Object[]> values = new ArrayList<>();
          rows.forEach(row -> values.add(new Object[] {row.key, row.id}));
          jdbc.batchUpdate(update, values);
        });
  }

  private int byId(String table, String id, Consumer<List<Misspelt>> change) {
    String select = "select %1$s, CONTACT from %2$s where %1$s > ? order by %1$s limit " + PAGE;
    String page = String.format(select, id, table);
    long reached = Math.max(0, reached(table).id - AGAIN);
    int brought = 0;
    Page done;
    do {
      long after = reached;
      done = transactions.call(() -> page(page, table, after, change));
      brought += done.changed;
      reached = done.last.id;
    } while (done.isFull);
    return brought;
  }

  private Page page(String select, String table, long after, Consumer<List<Misspelt>> change) {
    List<Misspelt> rows =
        jdbc.query(
            select,
            (row, n) ->
                new Misspelt(
                    row.getLong(1), row.getString(2), EmailAddress.keyOf(row.getString(2))),
            after);
    List<Misspelt> misspelt = new ArrayList<>(rows);
    misspelt.removeIf(row -> row.contact == null || row.key.equals(row.contact));
    if (!misspelt.isEmpty()) {
      change.accept(misspelt);
    }
    long last = rows.isEmpty() ? after : rows.get(rows.size() - 1).id;
    return reach(table, new Place(last, ""), rows.size(), misspelt.size());
  }

  private int contacts(MergeContacts contacts) {
    Place reached = reached("PP_CONTACT");
    int brought = 0;
    Page done;
    do {
      String after = reached.text;
      done = transactions.call(() -> contactsAfter(after, contacts));
      brought += done.changed;
      reached = done.last;
    } while (done.isFull);
    return brought;
  }

  private Page contactsAfter(String after, MergeContacts contacts) {
    List<String> rows = contacts.after(after, PAGE);
    List<String> misspelt = new ArrayList<>(rows);
    misspelt.removeIf(contact -> EmailAddress.keyOf(contact).equals(contact));
    misspelt.forEach(contacts::bring);
    String last = rows.isEmpty() ? after : rows.get(rows.size() - 1);
    return reach("PP_CONTACT", new Place(0, last), rows.size(), misspelt.size());
  }

  /** Where the work in one table stands. */
  private static final class Place {
    final long id;
    final String text;

    Place(long id, String text) {
      this.id = id;
      this.text = text == null ? "" : text;
    }
  }

  /** What one transaction has done. */
  private static final class Page {
    final Place last;
    final boolean isFull;
    final int changed;

    Page(Place last, boolean isFull, int changed) {
      this.last = last;
      this.isFull = isFull;
      this.changed = changed;
    }
  }

  private Place reached(String table) {
    List<Place> found =
        jdbc.query(REACHED, (row, n) -> new Place(row.getLong(1), row.getString(2)), task(table));
    return found.isEmpty() ? new Place(0, "") : found.get(0);
  }

  private Page reach(String table, Place last, int rows, int changed) {
    if (rows > 0) {
      Object[] values = {last.id, last.text, Utc.param(clock.instant()), task(table)};
      if (jdbc.update(REACH, values) == 0) {
        inserts.orKeep(BEGIN, task(table), Utc.param(clock.instant()));
        jdbc.update(REACH, values);
      }
    }
    return new Page(last, rows == PAGE, changed);
  }

  private static String task(String table) {
    return "mailbox keys of " + table;
  }
}
