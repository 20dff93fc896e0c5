package org.postpurchase.people.jdbc;

import org.postpurchase.people.EntrySource;

/**
 * How entries of one source are read. The columns are named by what they mean in an entry; what a
 * source does not have stays empty.
 */
final class Source {
  final EntrySource source;
  final String from;
  final String id;
  final String at;
  String what = "''";
  String name = "''";
  String detail = "''";
  String order = "0";
  String number = "0";
  String ref = "0";
  String also = "";

  /** Columns by which rows are a person's; null where there are none. */
  String byMailbox;

  String byCustomer;
  String byOrder;
  String byAccount;
  String byAdvocate;

  Source(EntrySource source, String from, String id, String at) {
    this.source = source;
    this.from = from;
    this.id = id;
    this.at = at;
  }

  Source says(String newWhat, String newName, String newDetail) {
    what = newWhat;
    name = newName;
    detail = newDetail;
    return this;
  }

  Source order(String column) {
    order = column;
    return this;
  }

  Source number(String column) {
    number = column;
    return this;
  }

  Source ref(String column) {
    ref = column;
    return this;
  }

  Source only(String condition) {
    also = " and " + condition;
    return this;
  }

  Source byMailbox(String column) {
    byMailbox = column;
    return this;
  }

  Source byCustomer(String column) {
    byCustomer = column;
    return this;
  }

  Source byOrder(String column) {
    byOrder = column;
    return this;
  }

  Source byAccount(String column) {
    byAccount = column;
    return this;
  }

  Source byAdvocate(String column) {
    byAdvocate = column;
    return this;
  }

  /** Selects rows of which a column has one of the keys, up to a place for the cursor. */
  String select(String column) {
    return "select "
        + id
        + " as ENTRY_ID, "
        + at
        + " as ENTRY_AT, "
        + what
        + " as ENTRY_WHAT, "
        + name
        + " as ENTRY_NAME, "
        + detail
        + " as ENTRY_DETAIL, "
        + order
        + " as ENTRY_ORDER, "
        + number
        + " as ENTRY_NUMBER, "
        + ref
        + " as ENTRY_REF from "
        + from
        + " where "
        + column
        + " {keys} and "
        + at
        + " is not null"
        + also;
  }
}
