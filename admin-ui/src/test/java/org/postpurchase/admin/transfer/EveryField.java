package org.postpurchase.admin.transfer;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Fills and reads all that a settings entity keeps, found by its setters. */
public final class EveryField {
  private EveryField() {}

  /** Sets everything but the named properties to something of its own. */
  public static <T> T filled(Class<? super T> type, T row, Set<String> left, Random random)
      throws ReflectiveOperationException {
    for (Method setter : type.getMethods()) {
      String name = setter.getName().startsWith("set") ? setter.getName().substring(3) : "";
      if (!name.isEmpty() && !left.contains(name)) {
        Class<?> kind = setter.getParameterTypes()[0];
        Object value =
            kind == Integer.class
                ? (Object) (1 + random.nextInt(1000))
                : kind == Boolean.class ? (Object) random.nextBoolean() : name + random.nextInt(99);
        setter.invoke(row, value);
      }
    }
    return row;
  }

  /** By property; a number of 0, a no and an empty text are as good as nothing. */
  public static <T> Map<String, String> of(Class<? super T> type, T row, Set<String> left)
      throws ReflectiveOperationException {
    Map<String, String> values = new TreeMap<>();
    for (Method getter : type.getMethods()) {
      String name = getter.getName().startsWith("get") ? getter.getName().substring(3) : "";
      if (!name.isEmpty() && getter.getParameterCount() == 0 && !left.contains(name)) {
        String value = String.valueOf(getter.invoke(row));
        values.put(name, value.matches("null|0|false") ? "" : value);
      }
    }
    return values;
  }
}
