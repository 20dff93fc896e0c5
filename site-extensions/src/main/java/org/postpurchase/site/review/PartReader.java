package org.postpurchase.site.review;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a form of several parts (RFC 7578), one part after the other and none further than a limit:
 * few stores have a parser for such forms, and one upload must not need the memory of all.
 */
final class PartReader {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;,\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
  private static final int HEADERS_MAX = 4096;

  private final InputStream in;
  private final byte[] delimiter;
  private boolean ended;

  private PartReader(InputStream in, String boundary) {
    this.in = new BufferedInputStream(in, 64 * 1024);
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Empty for a form of another kind. */
  static Optional<PartReader> of(String contentType, InputStream body) throws IOException {
    if (contentType == null || !contentType.toLowerCase().startsWith("multipart/form-data")) {
      return Optional.empty();
    }
    Matcher m = BOUNDARY.matcher(contentType);
    if (!m.find()) {
      return Optional.empty();
    }
    PartReader reader = new PartReader(body, m.group(1) == null ? m.group(2) : m.group(1));
    reader.first();
    return Optional.of(reader);
  }

  /** One part of the form. */
  static final class Part {
    final String name;

    /** Null for a field. */
    final String fileName;

    /** Null if it was longer than allowed. */
    final byte[] content;

    Part(String name, String fileName, byte[] content) {
      this.name = name;
      this.fileName = fileName;
      this.content = content;
    }

    /** A field's text. */
    String text() {
      return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }
  }

  /**
   * The next part, or empty after the last.
   *
   * @param fieldMax how many bytes of a field are kept
   * @param fileMax how many bytes of a file are kept
   * @throws IOException if the form is not one, or ends before it should
   */
  Optional<Part> next(int fieldMax, int fileMax) throws IOException {
    if (ended) {
      return Optional.empty();
    }
    String headers = headers();
    Matcher name = NAME.matcher(headers);
    Matcher file = FILE.matcher(headers);
    boolean isFile = file.find();
    byte[] content = content(isFile ? fileMax : fieldMax);
    endOfLine();
    return Optional.of(
        new Part(name.find() ? name.group(1) : "", isFile ? file.group(1) : null, content));
  }

  /** The first delimiter has no line before it. */
  private void first() throws IOException {
    for (int i = 2; i < delimiter.length; i++) {
      if (in.read() != (delimiter[i] & 0xFF)) {
        throw new IOException("a form of several parts begins with its boundary");
      }
    }
    endOfLine();
  }

  private void endOfLine() throws IOException {
    int a = in.read();
    int b = in.read();
    if (a == '-' && b == '-') {
      ended = true;
    } else if (a != '\r' || b != '\n') {
      throw new IOException("a boundary ends its line");
    }
  }

  private String headers() throws IOException {
    StringBuilder headers = new StringBuilder();
    while (headers.indexOf("\r\n\r\n") < 0 && !headers.toString().equals("\r\n")) {
      int each = in.read();
      if (each < 0 || headers.length() > HEADERS_MAX) {
        throw new IOException("the headers of a part do not end");
      }
      headers.append((char) each);
    }
    return new String(
        headers.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Everything up to the next delimiter; null if that is more than allowed. */
  private byte[] content(int max) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean tooLong = false;
    int matched = 0;
    while (matched < delimiter.length) {
      int each = in.read();
      if (each < 0) {
        throw new IOException("the form ends before its boundary");
      }
      if (each == (delimiter[matched] & 0xFF)) {
        matched++;
        continue;
      }
      tooLong |= keep(kept, matched, max);
      matched = each == delimiter[0] ? 1 : 0; // the first character comes once in a delimiter
      if (matched == 0 && !tooLong) {
        kept.write(each);
        tooLong = kept.size() > max;
      }
      if (tooLong) {
        kept.reset();
      }
    }
    return tooLong ? null : kept.toByteArray();
  }

  private boolean keep(ByteArrayOutputStream kept, int matched, int max) {
    kept.write(delimiter, 0, matched);
    return kept.size() > max;
  }
}
