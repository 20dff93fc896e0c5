package org.postpurchase.shared.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds a key in a column that holds several, joined by plus signs. */
public final class PartOfKeys {
  private PartOfKeys() {}

  /** True where one of the column's keys is the one of {@link #args}. */
  public static String condition(String column) {
    String like = column + " like ?";
    return "(" + column + " = ? or " + String.join(" or ", like, like, like) + ")";
  }

  /** The parameters before the condition, and those of the condition. */
  public static Object[] args(String key, Object... before) {
    List<Object> args = new ArrayList<>(Arrays.asList(before));
    args.addAll(Arrays.asList(key, key + "+%", "%+" + key, "%+" + key + "+%"));
    return args.toArray();
  }
}
