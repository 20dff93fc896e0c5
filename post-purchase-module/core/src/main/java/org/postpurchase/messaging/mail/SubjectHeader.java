package org.postpurchase.messaging.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A subject as a header value: every line short enough (RFC 5322 §2.1.1), and read by mail programs
 * exactly as it was typed, also when it looks like an encoded word (RFC 2047) itself.
 */
final class SubjectHeader {
  private static final int NAME_LENGTH = "Subject: ".length();
  private static final int WORD_MAX = 60;

  /** Bytes per encoded word, so that the line with it has at most 76 characters. */
  private static final int FIRST_BYTES = 36;

  private static final int BYTES = 45;

  private SubjectHeader() {}

  static String of(String subject) {
    String line = subject.replaceAll("\\R+", " ");
    return isPlain(line) ? MimeUtility.fold(NAME_LENGTH, line) : encoded(line);
  }

  private static boolean isPlain(String text) {
    if (text.contains("=?")) {
      return false;
    }
    int word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      word = c == ' ' ? 0 : word + 1;
      if (c < ' ' || c > '~' || word > WORD_MAX) {
        return false;
      }
    }
    return true;
  }

  /** Cut between characters only, never inside of one. */
  private static String encoded(String text) {
    StringBuilder header = new StringBuilder();
    StringBuilder word = new StringBuilder();
    int size = 0;
    int max = FIRST_BYTES;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String letter = new String(Character.toChars(c));
      int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
      if (size + bytes > max) {
        append(header, word);
        word.setLength(0);
        size = 0;
        max = BYTES;
      }
      word.append(letter);
      size += bytes;
      i += Character.charCount(c);
    }
    append(header, word);
    return header.toString();
  }

  private static void append(StringBuilder header, StringBuilder word) {
    byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
    header
        .append(header.length() == 0 ? "" : "\r\n ")
        .append("=?UTF-8?B?")
        .append(Base64.getEncoder().encodeToString(bytes))
        .append("?=");
  }
}
