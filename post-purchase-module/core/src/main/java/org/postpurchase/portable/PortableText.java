package org.postpurchase.portable;

import java.util.Map;

/**
 * Writes nodes as YAML that the same nodes are read from: block style, two spaces, one way for each
 * text, so that equal settings are the same bytes and a change of one word is a change of one line.
 */
public final class PortableText {
  private static final String PLAIN = "[A-Za-z0-9]([A-Za-z0-9 _./+-]*[A-Za-z0-9])?";
  private static final int PLAIN_MAX = 200;

  private PortableText() {}

  public static String write(PortableNode node) {
    StringBuilder out = new StringBuilder();
    node(out, node, 0);
    return out.toString();
  }

  private static void node(StringBuilder out, PortableNode node, int depth) {
    if (node.isText()) {
      scalar(out, node.text, depth);
      out.append('\n');
    } else if (!node.fields.isEmpty()) {
      fields(out, node, depth, false);
    } else if (node.items.isEmpty()) {
      out.append("\"\"\n");
    } else {
      for (PortableNode item : node.items) {
        indent(out, depth).append("- ");
        if (!item.fields.isEmpty()) {
          fields(out, item, depth + 1, true);
        } else if (!item.items.isEmpty()) {
          out.setLength(out.length() - 1);
          out.append('\n');
          node(out, item, depth + 1);
        } else {
          node(out, item, depth + 1);
        }
      }
    }
  }

  /**
   * @param begun whether the first field stands behind a dash
   */
  private static void fields(StringBuilder out, PortableNode node, int depth, boolean begun) {
    boolean first = begun;
    for (Map.Entry<String, PortableNode> field : node.fields.entrySet()) {
      if (!first) {
        indent(out, depth);
      }
      first = false;
      out.append(isPlain(field.getKey()) ? field.getKey() : quoted(field.getKey())).append(':');
      PortableNode value = field.getValue();
      if (value.isText() || value.isEmpty()) {
        out.append(' ');
        node(out, value, depth + 1);
      } else {
        out.append('\n');
        node(out, value, depth + 1);
      }
    }
  }

  private static StringBuilder indent(StringBuilder out, int depth) {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
    return out;
  }

  private static void scalar(StringBuilder out, String text, int depth) {
    if (isPlain(text)) {
      out.append(text);
    } else if (isBlock(text)) {
      String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      out.append(text.endsWith("\n") ? "|" : "|-");
      for (String line : body.split("\n", -1)) {
        out.append('\n');
        if (!line.isEmpty()) {
          indent(out, Math.max(1, depth)).append(line);
        }
      }
    } else {
      out.append(quoted(text));
    }
  }

  private static boolean isPlain(String text) {
    return text.length() <= PLAIN_MAX
            && text.matches(PLAIN)
            && !text.matches("(?i)true|false|yes|no|on|off|null|y|n")
            && !text.contains("  ")
        || text.equals("true")
        || text.equals("false");
  }

  /**
   * Several lines whose bytes a block keeps: nothing invisible, and no blank that would be lost.
   */
  private static boolean isBlock(String text) {
    if (text.indexOf('\n') < 0
        || text.startsWith("\n")
        || text.startsWith(" ")
        || text.endsWith("\n\n")
        || text.equals("\n")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && !isVisible(c)) {
        return false;
      }
    }
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty() && line.trim().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(char c) {
    return c >= ' ' && c <= '~' || c > 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (isVisible(c)) {
        quoted.append(c);
      } else {
        quoted.append(String.format("\\u%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
