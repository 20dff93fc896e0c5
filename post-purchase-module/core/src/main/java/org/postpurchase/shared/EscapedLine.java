package org.postpurchase.shared;

/** A text of several lines as one line of a {@code key=value} text, and back. */
public final class EscapedLine {
  private EscapedLine() {}

  /** Backslashes and line ends are escaped; {@link #read} gives the very text back. */
  public static String write(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  public static String read(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        out.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
