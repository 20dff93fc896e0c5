package org.postpurchase.admin.ui;

/** A rendered mail as a page of the admin shows it in a frame. */
public final class MailFrame {
  private static final String DARK = "@media\\s*\\(\\s*prefers-color-scheme\\s*:\\s*dark\\s*\\)";

  private MailFrame() {}

  /** The mail in light or in dark, whatever the browser prefers. */
  public static String of(String html, boolean dark) {
    String scheme = dark ? "dark" : "light";
    return html.replaceAll("(?i)" + DARK, dark ? "@media all" : "@media not all")
        .replaceAll("color-scheme: light dark;", "color-scheme: " + scheme + ";");
  }
}
