package org.postpurchase.segment.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postpurchase.segment.Condition;
import org.postpurchase.segment.Field;
import org.postpurchase.segment.FieldType;
import org.postpurchase.segment.Leaf;
import org.postpurchase.segment.Operator;
import org.postpurchase.shared.jdbc.Utc;

/**
 * A condition as SQL over the row p of PP_PERSON. Columns come from the list of fields and
 * operators from this class; every value of a merchant is a bind variable. No part is ever null, so
 * that "not" means the same as in {@link Condition#holds}.
 */
final class ConditionSql {
  private static final int MONTHS_WIDTH = 2;
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> args = new ArrayList<>();
  private final Instant now;

  private ConditionSql(Instant now) {
    this.now = now;
  }

  static ConditionSql of(Condition condition, Instant now) {
    ConditionSql compiled = new ConditionSql(now);
    compiled.add(condition);
    return compiled;
  }

  String sql() {
    return sql.toString();
  }

  List<Object> args() {
    return args;
  }

  private void add(Condition condition) {
    if (condition instanceof Leaf) {
      leaf((Leaf) condition);
    } else if (condition instanceof Condition.Negation) {
      sql.append("(not ");
      add(((Condition.Negation) condition).part);
      sql.append(')');
    } else {
      String between = ((Condition.Group) condition).all ? " and " : " or ";
      sql.append('(');
      boolean first = true;
      for (Condition part : condition.parts()) {
        sql.append(first ? "" : between);
        add(part);
        first = false;
      }
      sql.append(')');
    }
  }

  private void leaf(Leaf leaf) {
    if (leaf.field.type == FieldType.GOODS) {
      goods(leaf);
    } else if (leaf.field.type == FieldType.SEEN) {
      seen(leaf);
    } else if (leaf.field.type == FieldType.MONEY) {
      money(leaf);
    } else if (leaf.field == Field.ACCOUNT) {
      sql.append(leaf.operator == Operator.YES ? "(p.CUSTOMER_ID > 0)" : "(p.CUSTOMER_ID = 0)");
    } else {
      column(leaf, "p." + leaf.field.column);
    }
  }

  private void goods(Leaf leaf) {
    sql.append(leaf.operator == Operator.BOUGHT ? "(" : "(not ");
    sql.append("exists (select 1 from PP_PERSON_GOODS g where g.PERSON_ID = p.PERSON_ID")
        .append(" and g.KIND = '")
        .append(leaf.field.column)
        .append("' and g.GOODS_ID = ?))");
    args.add(leaf.number());
  }

  private void seen(Leaf leaf) {
    sql.append(leaf.operator == Operator.SEEN ? "(" : "(not ");
    sql.append("exists (select 1 from PP_INTEREST w where w.MAILBOX_KEY = p.MAILBOX_KEY")
        .append(" and w.KIND = '")
        .append(leaf.field.column)
        .append("' and w.GOODS_ID = ?))");
    args.add(leaf.number());
  }

  private void money(Leaf leaf) {
    sql.append(leaf.operator == Operator.UNKNOWN ? "(not " : "(");
    sql.append("exists (select 1 from PP_PERSON_SPEND s where s.PERSON_ID = p.PERSON_ID")
        .append(" and s.CURRENCY = ?");
    args.add(leaf.currency);
    if (leaf.operator.hasValue()) {
      sql.append(" and s.").append(leaf.field.column);
      sql.append(leaf.operator == Operator.AT_LEAST ? " >= ?" : " <= ?");
      args.add(leaf.number());
    }
    sql.append("))");
  }

  private void column(Leaf leaf, String column) {
    if (leaf.operator == Operator.UNKNOWN) {
      sql.append('(').append(column).append(" is null)");
      return;
    }
    sql.append('(').append(column).append(" is not null");
    if (leaf.operator.hasValue()) {
      sql.append(" and ");
      if (leaf.field == Field.BIRTHDAY_MONTH) {
        month(leaf, column);
      } else {
        compare(leaf, column);
      }
    }
    sql.append(')');
  }

  private void compare(Leaf leaf, String column) {
    switch (leaf.operator) {
      case AT_LEAST:
        number(column + " >= ?", leaf);
        break;
      case AT_MOST:
        number(column + " <= ?", leaf);
        break;
      case EQUAL:
        number(column + " = ?", leaf);
        break;
      case DAYS_AGO_AT_LEAST:
        moment(column + " <= ?", leaf);
        break;
      case DAYS_AGO_AT_MOST:
        moment(column + " > ?", leaf);
        break;
      case IS:
        text("", column, leaf);
        break;
      case IS_NOT:
        text("not ", column, leaf);
        break;
      default:
        throw new IllegalStateException("no comparison: " + leaf.operator);
    }
  }

  private void number(String comparison, Leaf leaf) {
    sql.append(comparison);
    args.add(leaf.number());
  }

  private void moment(String comparison, Leaf leaf) {
    sql.append(comparison);
    args.add(Utc.param(Leaf.threshold(leaf.number(), now)));
  }

  private void text(String not, String column, Leaf leaf) {
    sql.append(not).append('(').append(column).append(" = ?");
    args.add(leaf.value);
    if (leaf.field == Field.LANGUAGE) {
      sql.append(" or lower(").append(column).append(") like ?");
      args.add(leaf.prefix() + "%");
    }
    sql.append(')');
  }

  /** Month and day are a text with the month in two digits before it. */
  private void month(Leaf leaf, String column) {
    switch (leaf.operator) {
      case AT_LEAST:
        sql.append(column).append(" >= ?");
        args.add(month(leaf.number()));
        break;
      case AT_MOST:
        sql.append(column).append(" < ?");
        args.add(month(leaf.number() + 1));
        break;
      default:
        sql.append(column).append(" like ?");
        args.add(month(leaf.number()) + "%");
    }
  }

  private static String month(long number) {
    String digits = "0" + number;
    return digits.substring(digits.length() - MONTHS_WIDTH) + "-";
  }
}
