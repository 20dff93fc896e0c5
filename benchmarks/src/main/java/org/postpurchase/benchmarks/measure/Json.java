package org.postpurchase.benchmarks.measure;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, numbers, booleans and texts as JSON. */
public final class Json {
  private Json() {}

  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "\n");
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      out.append('{');
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        out.append(indent).append("  ").append(text(String.valueOf(entry.getKey()))).append(": ");
        write(out, entry.getValue(), indent + "  ");
        out.append(entries.hasNext() ? "," : indent);
      }
      out.append('}');
    } else if (value instanceof Iterable<?> list) {
      Iterator<?> elements = list.iterator();
      out.append('[');
      while (elements.hasNext()) {
        write(out, elements.next(), indent + "  ");
        out.append(elements.hasNext() ? ", " : "");
      }
      out.append(']');
    } else if (value instanceof Number number) {
      out.append(number(number));
    } else {
      out.append(value == null || value instanceof Boolean ? value : text(value.toString()));
    }
  }

  private static String number(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "null";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(java.util.Locale.ROOT, "%.4f", value);
  }

  private static String text(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
