package org.postpurchase.blocks;

import java.util.Map;

/**
 * Both parts of a mail while its blocks are being written, as Velocity. The HTML is made of table
 * rows inside of the card; everything a block writes goes through here, so that texts are always
 * escaped. For one mail and one thread.
 */
public final class MailWriter {
  /** Fonts and colours are the usual ones; the brand replaces them in the finished mail. */
  public static final String FONT =
      "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

  public static final String SERIF = "font-family:Georgia,'Times New Roman',serif;";

  private final StringBuilder html = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> words;

  MailWriter(Map<String, String> words) {
    this.words = words;
  }

  /** A word of the mail's own language. */
  public String word(String key) {
    return words.getOrDefault(key, key);
  }

  /** Adds HTML of our own making. */
  public MailWriter html(String markup) {
    html.append(markup).append('\n');
    return this;
  }

  /** Adds a line of our own making to the plain text. */
  public MailWriter text(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Begins a row of the card. */
  public MailWriter row(String style) {
    return html(
        "      <tr><td class=\"pp-pad pp-text\" align=\"${start}\" style=\""
            + style
            + FONT
            + "font-size:16px;line-height:1.55;color:#22302b;\">");
  }

  public MailWriter endRow() {
    return html("      </td></tr>");
  }

  /** What follows is shown while the condition holds; empty for always. To be ended. */
  public MailWriter when(String condition) {
    if (!condition.isEmpty()) {
      html("#if(" + condition + ")").text("#if(" + condition + ")");
    }
    return this;
  }

  public MailWriter endWhen(String condition) {
    if (!condition.isEmpty()) {
      html("#end").text("#end");
    }
    return this;
  }

  /** A button of full width on phones, and its address in the plain text. */
  public MailWriter button(String label, String address, boolean quiet) {
    String url = Link.template(address, true);
    String shape =
        quiet
            ? "background-color:#ffffff;color:#1d6b52;"
            : "background-color:#1d6b52;color:#ffffff;";
    html(
        "        <table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td"
            + (quiet ? "" : " class=\"pp-button\" bgcolor=\"#1d6b52\"")
            + " align=\"center\" style=\"border-radius:10px;\"><a href=\""
            + url
            + "\" class=\""
            + (quiet ? "pp-quiet" : "pp-button")
            + "\" style=\"display:inline-block;padding:12px 26px;border:2px solid #1d6b52;"
            + "border-radius:10px;"
            + FONT
            + "font-size:16px;line-height:22px;font-weight:bold;text-align:center;"
            + "text-decoration:none;"
            + shape
            + "\">"
            + RichText.html().line(label)
            + "</a></td></tr></table>");
    return text(RichText.plain().line(label) + ": " + Link.template(address, false));
  }

  /** When the address leads anywhere; empty for always. */
  public static String leads(String address) {
    return Link.condition(address);
  }

  /** One line that an author typed. */
  public static String line(String typed) {
    return RichText.html().line(typed);
  }

  public static String plainLine(String typed) {
    return RichText.plain().line(typed);
  }

  /** Paragraphs that an author typed. */
  public static String paragraphs(String typed) {
    return RichText.html().paragraphs(typed);
  }

  public static String plainParagraphs(String typed) {
    return RichText.plain().paragraphs(typed);
  }

  /** An address that an author typed, for an attribute in quotes. */
  public static String address(String typed) {
    return Link.template(typed, true);
  }

  public static String plainAddress(String typed) {
    return Link.template(typed, false);
  }

  String html() {
    return html.toString();
  }

  String text() {
    return text.toString();
  }
}
