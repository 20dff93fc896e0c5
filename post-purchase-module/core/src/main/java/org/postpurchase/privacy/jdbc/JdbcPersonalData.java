package org.postpurchase.privacy.jdbc;

import java.sql.ResultSetMetaData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.people.Identity;
import org.postpurchase.privacy.ErasureReport;
import org.postpurchase.privacy.Export;
import org.postpurchase.privacy.PersonalData;
import org.postpurchase.shared.ErasedMailbox;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.jdbc.RowSets;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Goes over {@link PersonalTables}. A few statements for each table, whatever it holds. */
final class JdbcPersonalData implements PersonalData {
  private static final int EXPORT_MAX = 20_000;
  private static final String PICTURES =
      "update PP_REVIEW_SUMMARY set PHOTOS_N = PHOTOS_N - 1, EDITION = EDITION + 1"
          + " where PRODUCT_ID = ? and PHOTOS_N > 0";

  private final JdbcTemplate jdbc;
  private final RowSets sets;
  private final Collection<String> channels;

  /**
   * @param channels consent keys of the channels by which nothing may be advertised afterwards
   */
  JdbcPersonalData(JdbcTemplate jdbc, RowSets sets, Collection<String> channels) {
    this.channels = channels;
    this.jdbc = jdbc;
    this.sets = sets;
  }

  @Override
  public Export export(Identity person) {
    Export export = new Export();
    PersonKeys keys = new PersonKeys(person, sets);
    for (Personal table : PersonalTables.ALL) {
      for (Personal.Key key : table.by) {
        if (key.kind != Personal.By.CONTAINS) {
          read(export, table.table, key.column, keys.of(key.kind));
        }
      }
    }
    read(export, "PP_POINTS_ACCOUNT", "ACCOUNT_ID", keys.of(Personal.By.ACCOUNT));
    read(export, "PP_POINTS_POSTING", "ACCOUNT_ID", keys.of(Personal.By.ACCOUNT));
    read(export, "PP_TIER_CHANGE", "ACCOUNT_ID", keys.of(Personal.By.ACCOUNT));
    read(export, "PP_ORDER_LINE", "ORDER_ID", keys.of(Personal.By.ORDER));
    return export;
  }

  private void read(Export export, String table, String column, Collection<?> keys) {
    RowMapper<Map<String, String>> whole =
        (row, n) -> {
          ResultSetMetaData columns = row.getMetaData();
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i).toUpperCase(Locale.ROOT), row.getString(i));
          }
          return values;
        };
    String sql = "select * from " + table + " where " + column + " {keys} limit " + EXPORT_MAX;
    sets.select(sql, keys, whole).forEach(row -> export.add(table, row));
  }

  @Override
  public ErasureReport erase(Identity person, String token, Instant now) {
    PersonKeys keys = new PersonKeys(person, sets);
    Names names = new Names(person, token);
    FreeTexts texts =
        new FreeTexts(
            jdbc,
            person,
            keys.of(Personal.By.ORDER),
            keys.spellings(),
            keys.phones(),
            names.pseudonym);
    int cancelled = cancelMessages(keys, now);
    int closed = closeCases(keys, now);
    Map<String, Integer> changed = new TreeMap<>();
    if (closed > 0) {
      changed.put("PP_CASE_PAUSE", closed);
    }
    forgetPictures(keys);
    for (Object mailbox : keys.of(Personal.By.MAILBOX)) {
      // Of somebody who was erased before and came back, the newer rows count.
      jdbc.update(
          "delete from PP_SUPPRESSION where CONTACT = ? and exists (select 1 from (select CHANNEL,"
              + " SCOPE from PP_SUPPRESSION where CONTACT = ?) n where n.CHANNEL ="
              + " PP_SUPPRESSION.CHANNEL and n.SCOPE = PP_SUPPRESSION.SCOPE)",
          names.hash,
          mailbox);
    }
    for (Personal table : PersonalTables.ALL) {
      int rows = 0;
      for (Personal.Key key : table.by) {
        rows += change(table, key.column, key.kind, keys, names);
      }
      if (rows > 0) {
        changed.put(table.table, rows);
      }
    }
    texts.erase().forEach((table, rows) -> changed.merge(table, rows, Integer::sum));
    if (!person.ref.mailbox.isEmpty()) {
      suppress(names.hash, now);
    }
    Map<String, Integer> left = left(keys);
    texts.left().forEach((table, rows) -> left.merge(table, rows, Integer::sum));
    return new ErasureReport(names.pseudonym, changed, cancelled, left);
  }

  /** What stands in the place of the address. */
  private static final class Names {
    final String mailbox;
    final String pseudonym;
    final String hash;

    Names(Identity person, String token) {
      mailbox = person.ref.mailbox;
      pseudonym = ErasedMailbox.pseudonym(token);
      hash = mailbox.isEmpty() ? "" : ErasedMailbox.keyOf(mailbox);
    }
  }

  private int change(
      Personal table, String column, Personal.By kind, PersonKeys keys, Names names) {
    int rows = 0;
    boolean contains = kind == Personal.By.CONTAINS;
    for (Object value :
        contains ? FreeTexts.containing(jdbc, table.table, column, keys.of(kind)) : keys.of(kind)) {
      List<Object> args = new ArrayList<>();
      String sql =
          table.deletes
              ? "delete from " + table.table
              : "update " + table.table + " set " + assignments(table, names, args);
      args.add(value);
      rows += jdbc.update(sql + " where " + column + " = ?", args.toArray());
    }
    return rows;
  }

  private static String assignments(Personal table, Names names, List<Object> args) {
    List<String> all = new ArrayList<>();
    table.set.forEach(
        (column, value) -> {
          StringBuilder sql = new StringBuilder();
          int at = 0;
          for (int open = value.indexOf('{'); open >= 0; open = value.indexOf('{', at)) {
            int close = value.indexOf('}', open);
            String name = value.substring(open + 1, close);
            sql.append(value, at, open).append('?');
            args.add(
                name.equals("mailbox")
                    ? names.mailbox
                    : name.equals("hash") ? names.hash : names.pseudonym);
            at = close + 1;
          }
          all.add(column + " = " + sql.append(value.substring(at)));
        });
    return String.join(", ", all);
  }

  static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** What is being handed over cannot be called back; it must be over first. */
  private int cancelMessages(PersonKeys keys, Instant now) {
    int cancelled = 0;
    for (Object mailbox : keys.of(Personal.By.MAILBOX)) {
      cancelled +=
          jdbc.update(
              "update PP_MESSAGE set STATE = 'CANCELLED', FINISHED_AT = ?"
                  + " where CONTACT = ? and STATE = 'QUEUED'",
              Utc.param(now),
              mailbox);
      int leaving =
          jdbc.queryForObject(
              "select count(*) from PP_MESSAGE where CONTACT = ? and STATE = 'SENDING'",
              Integer.class,
              mailbox);
      if (leaving > 0) {
        throw new PostPurchaseException(
            leaving + " message(s) to this person are being sent right now. Try again shortly.");
      }
    }
    return cancelled;
  }

  private int closeCases(PersonKeys keys, Instant now) {
    int closed = 0;
    for (Object id : keys.of(Personal.By.CASE)) {
      jdbc.update(
          "update PP_CASE set CLOSED_AT = ?, CLOSED_BY = 'PERSON', WAITING_SINCE = null,"
              + " EDITION = EDITION + 1 where CASE_ID = ? and STATE <> 'CLOSED'",
          Utc.param(now),
          id);
      closed +=
          jdbc.update(
              "update PP_CASE_PAUSE set TO_AT = ? where CASE_ID = ? and TO_AT is null",
              Utc.param(now),
              id);
    }
    return closed;
  }

  /** Counts of reviews with photos follow; pictures that nothing shows any more go. */
  private void forgetPictures(PersonKeys keys) {
    List<String> pictures = new ArrayList<>();
    for (Object review : keys.of(Personal.By.REVIEW)) {
      jdbc.queryForList(
              "select PRODUCT_ID from PP_REVIEW where REVIEW_ID = ? and PHOTOS > 0"
                  + " and STATE = 'PUBLISHED'",
              Long.class,
              review)
          .forEach(product -> jdbc.update(PICTURES, product));
      pictures.addAll(
          jdbc.queryForList(
              "select SHA256 from PP_REVIEW_PHOTO where REVIEW_ID = ?", String.class, review));
      jdbc.update("delete from PP_REVIEW_PHOTO where REVIEW_ID = ?", review);
    }
    for (Object story : keys.of(Personal.By.STORY)) {
      pictures.addAll(
          jdbc.queryForList(
              "select SHA256 from PP_STORY where STORY_ID = ? and SHA256 is not null",
              String.class,
              story));
      jdbc.update("update PP_STORY set SHA256 = null where STORY_ID = ?", story);
    }
    for (String picture : pictures) {
      jdbc.update(
          "delete from PP_REVIEW_IMAGE where SHA256 = ? and not exists (select 1 from"
              + " PP_REVIEW_PHOTO p where p.SHA256 = ?) and not exists (select 1 from PP_STORY s"
              + " where s.SHA256 = ?)",
          picture,
          picture,
          picture);
    }
  }

  /** Whatever was said before: who is met again is not written to unless they say so themselves. */
  private void suppress(String hash, Instant now) {
    for (String channel : channels) {
      int known =
          jdbc.update(
              "update PP_SUPPRESSION set LIFTED_AT = null where CONTACT = ? and CHANNEL = ?"
                  + " and SCOPE = 'MARKETING'",
              hash,
              channel);
      if (known == 0) {
        jdbc.update(
            "insert into PP_SUPPRESSION (CONTACT, CHANNEL, SCOPE, REASON, SUPPRESSED_AT)"
                + " values (?, ?, 'MARKETING', 'ERASED', ?)",
            hash,
            channel,
            Utc.param(now));
      }
    }
  }

  /** Looks again by every key that names the person. */
  private Map<String, Integer> left(PersonKeys keys) {
    Map<String, Integer> left = new TreeMap<>();
    for (Personal table : PersonalTables.ALL) {
      for (Personal.Key each : table.by) {
        int rows = 0;
        if (each.kind == Personal.By.CONTAINS) {
          rows = FreeTexts.containing(jdbc, table.table, each.column, keys.of(each.kind)).size();
        } else if (each.kind == Personal.By.MAILBOX) {
          for (Object key : keys.of(each.kind)) {
            String sql = "select count(*) from " + table.table + " where " + each.column + " = ?";
            rows += jdbc.queryForObject(sql, Integer.class, key);
          }
        }
        if (rows > 0) {
          left.merge(table.table, rows, Integer::sum);
        }
      }
    }
    return left;
  }
}
