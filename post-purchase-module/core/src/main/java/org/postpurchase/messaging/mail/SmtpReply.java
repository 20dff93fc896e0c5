package org.postpurchase.messaging.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refusal as a server wrote it. */
final class SmtpReply {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{3})[ -]?\\s*[#(]?(?:[245]\\.(\\d{1,3}\\.\\d{1,3})(?![\\d.]))?.*", Pattern.DOTALL);

  /** As qmail writes it, behind its words. */
  private static final Pattern BEHIND =
      Pattern.compile("\\(#[245]\\.(\\d{1,3}\\.\\d{1,3})(?![\\d.])");

  final int code;

  /**
   * Enhanced status code without its first digit; empty when it has none or one without meaning.
   */
  final String status;

  final String text;

  private SmtpReply(int code, String status, String text) {
    this.code = code;
    this.status = status;
    this.text = text;
  }

  /** Null when the text is no reply of 400 or more. */
  static SmtpReply of(String text) {
    Matcher shape = SHAPE.matcher(text == null ? "" : text.trim());
    if (!shape.matches() || shape.group(1).charAt(0) < '4') {
      return null;
    }
    Matcher behind = BEHIND.matcher(text);
    String status = shape.group(2) == null && behind.find() ? behind.group(1) : shape.group(2);
    status = status == null || status.equals("0.0") ? "" : status;
    return new SmtpReply(Integer.parseInt(shape.group(1)), status, text.trim());
  }

  boolean isLasting() {
    return code >= 500;
  }
}
