package org.postpurchase.demo.launcher.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One SMTP conversation (RFC 5321 without extensions that would need a second look). */
final class SmtpSession {
  private static final Logger LOG = Logger.getLogger(SmtpSession.class.getName());
  private static final Pattern PATH = Pattern.compile(":\\s*<([^>]*)>");
  private static final int LARGEST_MAIL = 25 * 1024 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final MailStore mailbox;
  private final List<String> recipients = new ArrayList<>();
  private boolean mailBegun;

  SmtpSession(InputStream in, OutputStream out, MailStore mailbox) {
    this.in = new BufferedInputStream(in);
    this.out = out;
    this.mailbox = mailbox;
  }

  void run() throws IOException {
    if (mailbox.isRefusing()) {
      reply("421 mailbox.invalid is out of order; try again later");
      return;
    }
    reply("220 mailbox.invalid demo mailbox");
    byte[] line = line();
    while (line != null) {
      String command = new String(line, StandardCharsets.UTF_8).trim();
      if (!answer(command, verb(command))) {
        return;
      }
      line = line();
    }
  }

  private static String verb(String command) {
    String upper = command.toUpperCase(Locale.ROOT);
    int end = upper.indexOf(' ');
    return end < 0 ? upper : upper.substring(0, end);
  }

  /** Answers one command; false ends the conversation. */
  private boolean answer(String command, String verb) throws IOException {
    switch (verb) {
      case "EHLO":
        reply("250-mailbox.invalid");
        reply("250-8BITMIME");
        reply("250 SIZE " + LARGEST_MAIL);
        return true;
      case "MAIL":
        reset();
        mailBegun = true;
        reply("250 OK");
        return true;
      case "RCPT":
        recipient(command);
        return true;
      case "DATA":
        data();
        return true;
      case "RSET":
        reset();
        reply("250 OK");
        return true;
      case "HELO":
      case "NOOP":
        reply("250 OK");
        return true;
      case "QUIT":
        reply("221 Bye");
        return false;
      default:
        reply("502 Command not known here");
        return true;
    }
  }

  private void recipient(String command) throws IOException {
    Matcher path = PATH.matcher(command);
    if (!mailBegun) {
      reply("503 MAIL comes first");
    } else if (path.find() && !path.group(1).trim().isEmpty()) {
      recipients.add(path.group(1).trim());
      reply("250 OK");
    } else {
      reply("501 An address in angle brackets is needed");
    }
  }

  private void data() throws IOException {
    if (mailbox.isRefusing()) { // a connection that was open when the outage began
      reply("451 mailbox.invalid is out of order; try again later");
      return;
    }
    if (recipients.isEmpty()) {
      reply("503 RCPT comes first");
      return;
    }
    reply("354 End with a dot on a line of its own");
    byte[] raw = body();
    if (raw == null) {
      reply("552 The mail is larger than " + LARGEST_MAIL + " bytes");
    } else {
      keep(raw);
    }
    reset();
  }

  private void keep(byte[] raw) throws IOException {
    try {
      mailbox.store(recipients, raw);
      reply("250 OK");
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "A mail could not be kept", e);
      reply("451 The mailbox cannot keep the mail now");
    } catch (IllegalArgumentException e) {
      reply("554 " + e.getMessage());
    }
  }

  /** The mail without its transparency dots, or null if it is too large. */
  private byte[] body() throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    boolean tooLarge = false;
    byte[] line = line();
    while (line != null && !(line.length == 1 && line[0] == '.')) {
      int skipped = line.length > 0 && line[0] == '.' ? 1 : 0;
      tooLarge = tooLarge || mail.size() + line.length > LARGEST_MAIL;
      if (!tooLarge) {
        mail.write(line, skipped, line.length - skipped);
        mail.write('\r');
        mail.write('\n');
      }
      line = line();
    }
    if (line == null) {
      throw new IOException("The sender went away in the middle of a mail.");
    }
    return tooLarge ? null : mail.toByteArray();
  }

  private void reset() {
    recipients.clear();
    mailBegun = false;
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    if (next < 0) {
      return null;
    }
    byte[] bytes = line.toByteArray();
    int length =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return java.util.Arrays.copyOf(bytes, length);
  }

  private void reply(String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
