package org.postpurchase.privacy.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table with rows about people: how a person's are found, and what becomes of them. */
final class Personal {
  final String table;
  final List<Key> by = new ArrayList<>();
  final Map<String, String> set = new LinkedHashMap<>();
  boolean deletes;

  /** Of which kind a column's values are. */
  enum By {
    MAILBOX,
    CUSTOMER,
    ORDER,
    OWNER,
    /** Points account. */
    ACCOUNT,
    PERSON,
    ADVOCATE,
    /** The person as the friend. */
    REFERRAL,
    REVIEW,
    STORY,
    /** Message-ID of a message to the person. */
    MESSAGE,
    /** Telephone number in E.164. */
    PHONE,
    CASE,
    RUN,
    /** The mailbox stands somewhere in it. */
    CONTAINS
  }

  /** A column by which rows are found; one column may hold keys of two kinds. */
  static final class Key {
    final String column;
    final By kind;

    Key(String column, By kind) {
      this.column = column;
      this.kind = kind;
    }
  }

  private Personal(String table) {
    this.table = table;
  }

  static Personal rows(String table) {
    return new Personal(table);
  }

  Personal by(String column, By kind) {
    by.add(new Key(column, kind));
    return this;
  }

  /** Rows go as a whole. */
  Personal deleted() {
    deletes = true;
    return this;
  }

  /**
   * @param value of {@link PersonalTables}, or a literal
   */
  Personal set(String column, String value) {
    set.put(column, value);
    return this;
  }

  Personal emptied(String... columns) {
    for (String column : columns) {
      set.put(column, "null");
    }
    return this;
  }

  /** The pseudonym stands in the place of the address within these. */
  Personal renamed(String... columns) {
    for (String column : columns) {
      set.put(column, "replace(" + column + ", {mailbox}, {pseudonym})");
    }
    return this;
  }

  Personal named(String... columns) {
    for (String column : columns) {
      set.put(column, "{pseudonym}");
    }
    return this;
  }

  List<String> columns() {
    List<String> columns = new ArrayList<>();
    by.forEach(key -> columns.add(key.column));
    columns.addAll(set.keySet());
    return columns;
  }
}
