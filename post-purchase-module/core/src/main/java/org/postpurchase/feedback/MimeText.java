package org.postpurchase.feedback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers and body of a mail or of a part of one, as far as reports need them. Never fails: what
 * cannot be read is empty. Immutable.
 */
final class MimeText {
  private static final int PARTS_MAX = 20;
  private static final int GROUPS_MAX = 100;

  private final Map<String, String> headers;
  final String body;

  private MimeText(Map<String, String> headers, String body) {
    this.headers = headers;
    this.body = body;
  }

  static MimeText of(String raw) {
    String text = raw.replace("\r\n", "\n").replaceFirst("^\n+", "");
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    MimeText plain = new MimeText(headers(head), end < 0 ? "" : text.substring(end + 2));
    return new MimeText(plain.headers, plain.decoded());
  }

  private static Map<String, String> headers(String head) {
    Map<String, String> headers = new LinkedHashMap<>();
    String unfolded = head.replaceAll("\n[ \t]+", " ");
    for (String line : unfolded.split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).trim());
      }
    }
    return headers;
  }

  private String decoded() {
    if (!header("Content-Transfer-Encoding").equalsIgnoreCase("base64")) {
      return body;
    }
    return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
  }

  /** Empty when there is none. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  boolean isType(String type) {
    return header("Content-Type").toLowerCase(Locale.ROOT).startsWith(type);
  }

  /** A parameter of a header, such as the boundary; empty when there is none. */
  String parameter(String header, String name) {
    Matcher m =
        Pattern.compile(
                ";\\s*" + Pattern.quote(name) + "\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))",
                Pattern.CASE_INSENSITIVE)
            .matcher(header(header));
    return m.find() ? (m.group(1) == null ? m.group(2) : m.group(1)) : "";
  }

  /** The parts of a multipart; none for anything else. */
  List<MimeText> parts() {
    List<MimeText> parts = new ArrayList<>();
    String boundary = parameter("Content-Type", "boundary");
    if (boundary.isEmpty()) {
      return parts;
    }
    String[] pieces = ("\n" + body).split("\n--" + Pattern.quote(boundary), PARTS_MAX);
    for (int i = 1; i < pieces.length; i++) {
      if (!pieces[i].startsWith("--")) {
        parts.add(of(pieces[i].replaceFirst("^[ \t]*\n", "")));
      }
    }
    return parts;
  }

  /** Groups of fields in the body, separated by empty lines. */
  List<MimeText> groups() {
    List<MimeText> groups = new ArrayList<>();
    for (String group : body.split("\n[ \t]*\n", GROUPS_MAX)) {
      Map<String, String> fields = headers(group.replaceFirst("^\n+", ""));
      if (!fields.isEmpty()) {
        groups.add(new MimeText(fields, ""));
      }
    }
    return groups;
  }
}
