package org.postpurchase.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A syntactically usable e-mail address, kept as the shopper wrote it, and the {@link #key()} under
 * which its mailbox is known, however it is spelled.
 *
 * <p>Refuses line breaks and other control characters, so an address can never add a header to a
 * mail or a command to a conversation with a mail server. The part before the @ must be ASCII,
 * because few servers take anything else; the domain may be international.
 */
public final class EmailAddress {
  static final int MAX_LENGTH = 254;
  private static final String SIGN = "[^\\s@<>\\p{Cntrl},;:\"()\\[\\]\\\\";
  private static final Pattern SHAPE =
      Pattern.compile(SIGN + "]+@" + SIGN + ".]+(\\." + SIGN + ".]+)*");

  private static final Pattern LINK =
      Pattern.compile("mailto:([^@]*@[^?]*)(\\?.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("%([2-7][0-9A-Fa-f])");

  private final String address;
  private final String ascii;

  private EmailAddress(String address, String ascii) {
    this.address = address;
    this.ascii = ascii;
  }

  /**
   * Takes what people paste: blanks around the address, {@code mailto:} before it, a dot after it,
   * characters nobody sees and letters of full width are no part of it.
   *
   * @throws InvalidEmailAddressException naming what is wrong with the text
   */
  public static EmailAddress of(String text) {
    if (text != null && PlainAddress.isOne(text)) {
      return new EmailAddress(text, text);
    }
    String cleaned = text == null ? "" : cleaned(text);
    if (cleaned.isEmpty()) {
      throw new InvalidEmailAddressException("", "it is empty");
    }
    for (int i = 0; i < cleaned.length(); i++) {
      if (Character.isISOControl(cleaned.charAt(i))) {
        throw new InvalidEmailAddressException(
            cleaned, "it contains a line break or control character");
      }
    }
    if (cleaned.length() > MAX_LENGTH) {
      throw new InvalidEmailAddressException(cleaned, "it is longer than 254 characters");
    }
    if (!SHAPE.matcher(cleaned).matches()) {
      throw new InvalidEmailAddressException(cleaned, "it is not of the form name@domain");
    }
    int at = cleaned.indexOf('@');
    for (int i = 0; i < at; i++) {
      if (cleaned.charAt(i) > 126) {
        throw new InvalidEmailAddressException(
            cleaned, "only plain letters, digits and signs may stand before the @");
      }
    }
    String domain = DomainName.asciiOrNull(cleaned.substring(at + 1));
    if (domain == null) {
      throw new InvalidEmailAddressException(cleaned, "its domain cannot exist");
    }
    String ascii = cleaned.substring(0, at + 1) + domain;
    if (ascii.length() > MAX_LENGTH) {
      throw new InvalidEmailAddressException(cleaned, "it is longer than 254 characters");
    }
    return new EmailAddress(cleaned, ascii);
  }

  /**
   * An address as it was stored, usable or not: one bad row must not keep a list or a batch from
   * being read. Whether mail can be sent to it is found out by {@link #ascii()}.
   */
  public static EmailAddress stored(String text) {
    try {
      return of(text);
    } catch (InvalidEmailAddressException unusable) {
      return new EmailAddress(text, null);
    }
  }

  /**
   * The address as mail servers write it: an international domain in its ASCII form.
   *
   * @throws InvalidEmailAddressException when it was {@link #stored} and no mail can be sent to it
   */
  public String ascii() {
    return ascii == null ? of(address).ascii : ascii;
  }

  /**
   * The one key of this mailbox, by which everything that is kept for a person without an account
   * is found: the part before the @ in lower case, the domain as the domain name system has it
   * (lower case, ASCII). Every spelling of a mailbox has the same key; two mailboxes never share
   * one, so dots and +tags before the @ count, and so does ß against ss in a domain. The key of a
   * key is the key itself. An address that was {@link #stored} and that no mail can be sent to has
   * a key as well, as near to these rules as it allows, empty only if nothing was stored.
   */
  public String key() {
    if (ascii != null) {
      return ascii.toLowerCase(Locale.ROOT);
    }
    String text = cleaned(address == null ? "" : address.replaceAll("\\p{Cntrl}", " "));
    int at = text.lastIndexOf('@');
    String domain = at < 0 ? null : DomainName.asciiOrNull(text.substring(at + 1));
    String key =
        domain == null
            ? DomainName.lowered(text)
            : DomainName.lowered(text.substring(0, at + 1)) + domain;
    return key.length() <= MAX_LENGTH ? key : key.substring(0, MAX_LENGTH);
  }

  /**
   * The key of an address in whatever spelling, usable or not: what every store keeps and looks up.
   *
   * @return empty for null and for a text without anything visible
   */
  public static String keyOf(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return stored(text).key();
  }

  private static String cleaned(String text) {
    String visible = trimmed(InvisibleCharacters.removedFrom(narrow(text)));
    Matcher link = LINK.matcher(visible);
    String address = link.matches() ? trimmed(unescaped(link.group(1))) : visible;
    boolean rooted = address.endsWith(".") && address.indexOf('@') >= 0;
    return rooted ? address.substring(0, address.length() - 1) : address;
  }

  /** Letters and signs of full width, and the full stops of Chinese and Japanese, as in ASCII. */
  private static String narrow(String text) {
    StringBuilder out = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFC));
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        out.setCharAt(i, (char) (c - '\uFF01' + '!'));
      } else if (c == '\u3002' || c == '\uFF61') {
        out.setCharAt(i, '.');
      }
    }
    return out.toString();
  }

  private static String unescaped(String link) {
    Matcher escape = ESCAPED.matcher(link);
    StringBuffer out = new StringBuffer();
    while (escape.find()) {
      String sign = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
      escape.appendReplacement(out, Matcher.quoteReplacement(sign));
    }
    return escape.appendTail(out).toString();
  }

  /** Without blanks of any width at either end; line breaks stay, and are refused. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EmailAddress && ((EmailAddress) o).address.equals(address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  @Override
  public String toString() {
    return address;
  }
}
