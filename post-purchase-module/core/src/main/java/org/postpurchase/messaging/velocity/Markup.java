package org.postpurchase.messaging.velocity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of a piece of HTML, read as forgivingly as browsers and mail programs do: quotes or
 * none, slashes for spaces, unclosed ends, what Outlook reads inside of its conditional comments.
 */
final class Markup {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]{2,8}));?");

  final String text;
  final List<Tag> tags = new ArrayList<>();

  /** What stands in style elements. */
  final List<Range> styles = new ArrayList<>();

  /** What readers see: everything outside of tags, comments, titles and styles. */
  final List<Range> readable = new ArrayList<>();

  private int at;

  private Markup(String text) {
    this.text = text;
  }

  static Markup of(String html) {
    Markup markup = new Markup(html);
    markup.read();
    return markup;
  }

  /** Where colours and fonts stand: in style elements and in attributes that style, in order. */
  List<Range> styling() {
    List<Range> all = new ArrayList<>(styles);
    for (Tag tag : tags) {
      for (Attribute attribute : tag.attributes) {
        if (attribute.name.equals("style") || attribute.name.equals("bgcolor")) {
          all.add(new Range(attribute.valueFrom, attribute.valueTo));
        }
      }
    }
    all.sort((a, b) -> Integer.compare(a.from, b.from));
    return all;
  }

  private void read() {
    int seen = 0;
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
      at = open;
      Tag tag = null;
      if (text.startsWith("<!--", open)) {
        comment(open);
      } else if (text.startsWith("<!", open) || text.startsWith("<?", open)) {
        at = after(">", open);
      } else {
        tag = tag(open);
      }
      if (at == open) { // no tag at all
        at = open + 1;
        continue;
      }
      readable.add(new Range(seen, open));
      if (tag != null) {
        tags.add(tag);
        raw(tag);
      }
      seen = at;
    }
    readable.add(new Range(seen, text.length()));
  }

  private void comment(int open) {
    boolean conditional = text.startsWith("[if", open + 4);
    at = conditional ? after("]>", open) : after("-->", open + 2);
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  /** The tag that begins here, or null; moves behind it. */
  private Tag tag(int open) {
    int from = spaces(open + 1);
    boolean closing = from < text.length() && text.charAt(from) == '/';
    from = closing ? from + 1 : from;
    if (from >= text.length() || !isLetter(text.charAt(from))) {
      return null;
    }
    int end = from;
    while (end < text.length()
        && !isSpace(text.charAt(end))
        && "/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    Tag tag = new Tag(text.substring(from, end).toLowerCase(Locale.ROOT), closing, open);
    at = end;
    attributes(tag);
    tag.to = at;
    return tag;
  }

  private void attributes(Tag tag) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        return;
      }
      if (isSpace(c) || c == '/') {
        at++;
      } else {
        tag.attributes.add(attribute());
      }
    }
  }

  private Attribute attribute() {
    int from = at++;
    while (at < text.length() && !isSpace(text.charAt(at)) && "=>/".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(from, at);
    int equals = spaces(at);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      return new Attribute(name, from, at, at, at, true);
    }
    int value = spaces(equals + 1);
    char quote = value < text.length() ? text.charAt(value) : ' ';
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, value + 1);
      end = end < 0 ? text.length() : end;
      at = Math.min(end + 1, text.length());
      return new Attribute(name, from, at, value + 1, end, true);
    }
    at = value;
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
      at++;
    }
    return new Attribute(name, from, at, value, at, false);
  }

  /** Elements in which no further tags are read. */
  private void raw(Tag tag) {
    boolean style = tag.name.equals("style");
    if (tag.closing || !(style || tag.name.equals("title") || tag.name.equals("script"))) {
      return;
    }
    int from = at;
    Matcher end =
        Pattern.compile("</\\s*" + tag.name, Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .region(from, text.length());
    at = end.find() ? end.start() : text.length();
    if (style) {
      styles.add(new Range(from, at));
    }
  }

  private int spaces(int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c <= ' ';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** A value as programs read it, with its character references resolved. */
  static String decoded(String value) {
    Matcher entity = ENTITY.matcher(value);
    StringBuffer out = new StringBuffer(); // Matcher of Java 8 takes no StringBuilder
    while (entity.find()) {
      entity.appendReplacement(out, Matcher.quoteReplacement(character(entity)));
    }
    return entity.appendTail(out).toString();
  }

  private static String character(Matcher entity) {
    if (entity.group(3) != null) {
      switch (entity.group(3).toLowerCase(Locale.ROOT)) {
        case "amp":
          return "&";
        case "colon":
          return ":";
        case "tab":
        case "newline":
        case "nbsp":
          return " ";
        case "lpar":
          return "(";
        case "sol":
          return "/";
        case "bsol":
          return "\\";
        case "quot":
          return "\"";
        case "apos":
          return "'";
        default:
          return entity.group();
      }
    }
    int point =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1), 16)
            : Integer.parseInt(entity.group(2));
    return Character.isValidCodePoint(point) ? new String(Character.toChars(point)) : "";
  }

  /** From and to, the latter excluded. */
  static final class Range {
    final int from;
    final int to;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  /** One opening or closing tag. */
  static final class Tag {
    final String name;
    final boolean closing;
    final int from;
    final List<Attribute> attributes = new ArrayList<>();
    int to;

    Tag(String name, boolean closing, int from) {
      this.name = name;
      this.closing = closing;
      this.from = from;
    }

    boolean has(String attribute) {
      return attributes.stream().anyMatch(a -> a.name.equals(attribute));
    }
  }

  /** One attribute with its place. */
  final class Attribute {
    /** In small letters, without what a template's own language has in front of it. */
    final String name;

    final int from;
    final int to;
    private final boolean bare;
    private final int valueFrom;
    private final int valueTo;

    Attribute(String name, int from, int to, int valueFrom, int valueTo, boolean quoted) {
      this.name = name.replaceFirst("^.*[^a-zA-Z0-9:_-]", "").toLowerCase(Locale.ROOT);
      this.from = from;
      this.to = to;
      this.valueFrom = valueFrom;
      this.valueTo = valueTo;
      this.bare = !quoted && this.name.length() == name.length();
    }

    /**
     * Whether a template puts a value here without quotes, so that it could become more than one.
     */
    boolean isOpenToData() {
      return bare && written().contains("$");
    }

    String written() {
      return text.substring(valueFrom, valueTo);
    }

    String value() {
      return decoded(written());
    }
  }
}
