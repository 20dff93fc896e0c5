package org.postpurchase.messaging.velocity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.messaging.TemplateRefusedException;

/**
 * What an HTML mail must keep to, so that mail clients show it whole and without warnings, and that
 * nothing in it runs.
 *
 * <p>{@link #check} holds an author to it when a template is saved. {@link #tidied} is for a mail
 * that is about to leave: whatever got past that, because only some buyer's data shows it, is taken
 * out and the mail leaves.
 */
final class MailRules {
  /** Gmail cuts off what is longer. */
  static final int HTML_BYTES_MAX = 102 * 1024;

  private static final Set<String> ACTIVE =
      set(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "textarea",
          "select",
          "base",
          "svg",
          "math",
          "portal");
  private static final Set<String> ADDRESSES =
      set(
          "href",
          "src",
          "srcset",
          "action",
          "formaction",
          "background",
          "poster",
          "cite",
          "data",
          "xlink:href",
          "longdesc",
          "lowsrc",
          "dynsrc",
          "ping",
          "code",
          "codebase",
          "archive",
          "classid",
          "profile",
          "manifest");
  private static final Set<String> ASSETS =
      set("src", "srcset", "background", "poster", "lowsrc", "dynsrc", "data");
  private static final Set<String> SCHEMES = set("http", "https", "mailto", "tel", "sms", "cid");
  private static final Set<String> NEVER = set("srcdoc", "formaction", "ping");
  private static final Set<String> HARMLESS_EQUIVALENTS =
      set("content-type", "x-ua-compatible", "content-language");

  private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);
  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\u00A0]+");
  private static final Pattern INLINE_PICTURE =
      Pattern.compile("data:image/(?:png|jpe?g|gif|webp)[;,].*", Pattern.DOTALL);
  private static final Pattern HTTP =
      Pattern.compile("http://[^\"'\\s>),]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "http://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])([:/].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern STYLE_THAT_RUNS =
      Pattern.compile(
          "javascript:|vbscript:|expression\\(|-moz-binding|(?<![\\w-])behavior:",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STYLE_ASSET =
      Pattern.compile(
          "(?:url\\(\\s*|@import\\s*)[\"']?(http://[^\"'\\s>)]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern STYLE_ESCAPE = Pattern.compile("\\\\([0-9a-fA-F]{1,6})\\s?");

  private static final int STYLE_REMEMBERED_MAX = 4_000;
  private static final int STYLES_MOST = 500;

  /** What is wrong with a style, empty for nothing; the most recently asked ones. */
  private static final Map<String, String> STYLES =
      Collections.synchronizedMap(
          new LinkedHashMap<String, String>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > STYLES_MOST;
            }
          });

  private MailRules() {}

  /**
   * Judges a finished mail.
   *
   * @throws TemplateRefusedException with the first thing that is wrong
   */
  static void check(String where, String html) {
    int bytes = bytes(html);
    if (bytes >= HTML_BYTES_MAX) {
      throw new TemplateRefusedException(
          where,
          "the HTML has " + bytes + " bytes; mail clients cut off what is over " + HTML_BYTES_MAX,
          null);
    }
    List<Fault> faults = faults(Markup.of(html), false);
    if (!faults.isEmpty()) {
      throw new TemplateRefusedException(where, faults.get(0).problem, null);
    }
  }

  /**
   * Judges a layout as its author wrote it, also in the branches that no example goes through.
   *
   * @throws TemplateRefusedException with the first thing that is wrong, and its line
   */
  static void checkSource(String where, String layout) {
    List<Fault> faults = faults(Markup.of(layout), true);
    if (!faults.isEmpty()) {
      Fault first = faults.get(0);
      int line = 1 + (int) layout.substring(0, first.from).chars().filter(c -> c == '\n').count();
      throw new TemplateRefusedException(where, first.problem + " (line " + line + ")", null);
    }
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The mail without what must not be in it. */
  static String tidied(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int kept = 0;
    for (Fault fault : faults(Markup.of(html), false)) {
      if (fault.removed && fault.from >= kept) {
        out.append(html, kept, fault.from);
        kept = fault.to;
      }
    }
    return out.append(html, kept, html.length()).toString();
  }

  private static List<Fault> faults(Markup markup, boolean source) {
    List<Fault> faults = new ArrayList<>();
    for (Markup.Tag tag : markup.tags) {
      if (ACTIVE.contains(tag.name)) {
        faults.add(new Fault(tag.from, tag.to, "<" + tag.name + "> does not belong in a mail"));
      } else if (!tag.closing) {
        tag(tag, markup, source, faults);
      }
    }
    for (Markup.Range style : markup.styles) {
      String problem = style(markup.text.substring(style.from, style.to));
      if (problem != null) {
        faults.add(new Fault(style.from, style.to, problem));
      }
    }
    faults.sort((a, b) -> a.from != b.from ? Integer.compare(a.from, b.from) : b.to - a.to);
    return faults;
  }

  private static void tag(Markup.Tag tag, Markup markup, boolean source, List<Fault> faults) {
    boolean image = tag.name.equals("img") || tag.name.equals("image");
    for (Markup.Attribute attribute : tag.attributes) {
      if (source && attribute.isOpenToData()) {
        faults.add(
            new Fault(
                attribute.from,
                attribute.to,
                "put quotes around " + attribute.written() + " in " + attribute.name + "="));
      }
      String problem = problem(tag, attribute, source);
      if (problem != null) {
        boolean whole = image && ASSETS.contains(attribute.name);
        faults.add(
            whole
                ? new Fault(tag.from, tag.to, problem)
                : new Fault(attribute.from, attribute.to, problem));
      }
    }
    if (!source && tag.name.equals("img") && !tag.has("alt")) {
      faults.add(
          Fault.kept(
              tag.from, "this image has no alt text: " + markup.text.substring(tag.from, tag.to)));
    }
  }

  private static String problem(Markup.Tag tag, Markup.Attribute attribute, boolean source) {
    String name = attribute.name;
    if (name.length() > 2 && name.startsWith("on")) {
      return "the attribute " + name + " does not belong in a mail: nothing may run in one";
    }
    if (NEVER.contains(name)) {
      return "the attribute " + name + " does not belong in a mail";
    }
    if (tag.name.equals("meta") && name.equals("http-equiv")) {
      String what = attribute.value().trim().toLowerCase(Locale.ROOT);
      return HARMLESS_EQUIVALENTS.contains(what)
          ? null
          : "<meta http-equiv=\"" + what + "\"> does not belong in a mail";
    }
    if (name.equals("style")) {
      return style(attribute.value());
    }
    boolean stylesheet = tag.name.equals("link") && name.equals("href");
    return ADDRESSES.contains(name)
        ? address(name, attribute.value(), ASSETS.contains(name) || stylesheet, source)
        : null;
  }

  private static String address(String name, String value, boolean asset, boolean source) {
    String read = UNSEEN.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    Matcher scheme = SCHEME.matcher(read);
    if (scheme.matches() && !SCHEMES.contains(scheme.group(1))) {
      boolean picture = asset && INLINE_PICTURE.matcher(read).matches();
      return picture
          ? null
          : "the address " + value.trim() + " in " + name + "= is not one of https, mailto or tel";
    }
    Matcher http = HTTP.matcher(value);
    while (asset && http.find()) {
      if (!LOOPBACK.matcher(http.group()).matches() && !(source && http.group().contains("$"))) {
        return "the asset " + http.group() + " is not loaded over https";
      }
    }
    return null;
  }

  /** Styles come from templates, so the same ones are asked about in every mail. */
  private static String style(String css) {
    if (css.length() > STYLE_REMEMBERED_MAX) {
      return styleProblem(css);
    }
    String known = STYLES.get(css);
    if (known == null) {
      String problem = styleProblem(css);
      known = problem == null ? "" : problem;
      STYLES.put(css, known);
    }
    return known.isEmpty() ? null : known;
  }

  private static String styleProblem(String css) {
    String read = plainStyle(css);
    Matcher runs = STYLE_THAT_RUNS.matcher(read.replaceAll("\\s+", ""));
    if (runs.find()) {
      return "the style uses " + runs.group() + ", which does not belong in a mail";
    }
    Matcher asset = STYLE_ASSET.matcher(read);
    while (asset.find()) {
      if (!LOOPBACK.matcher(asset.group(1)).matches()) {
        return "the asset " + asset.group(1) + " is not loaded over https";
      }
    }
    return null;
  }

  private static String plainStyle(String css) {
    Matcher escape = STYLE_ESCAPE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
    StringBuffer out = new StringBuffer(); // Matcher of Java 8 takes no StringBuilder
    while (escape.find()) {
      int point = Integer.parseInt(escape.group(1), 16);
      String read = Character.isValidCodePoint(point) ? new String(Character.toChars(point)) : "";
      escape.appendReplacement(out, Matcher.quoteReplacement(read));
    }
    return escape.appendTail(out).toString();
  }

  private static Set<String> set(String... names) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(names)));
  }

  /** Something that must not be there, and where. */
  private static final class Fault {
    final int from;
    final int to;
    final String problem;

    /** Whether taking it out makes the mail better. */
    final boolean removed;

    Fault(int from, int to, String problem) {
      this(from, to, problem, true);
    }

    private Fault(int from, int to, String problem, boolean removed) {
      this.from = from;
      this.to = to;
      this.problem = problem;
      this.removed = removed;
    }

    static Fault kept(int from, String problem) {
      return new Fault(from, from, problem, false);
    }
  }
}
