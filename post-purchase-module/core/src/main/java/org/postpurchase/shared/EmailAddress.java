package org.postpurchase.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A syntactically usable e-mail address, kept as the shopper wrote it and comparable in normalised
 * form.
 *
 * <p>Refuses line breaks and other control characters, so an address can never add a header to a
 * mail or a command to a conversation with a mail server. The part before the @ must be ASCII,
 * because few servers take anything else; the domain may be international.
 */
public final class EmailAddress {
  private static final int MAX_LENGTH = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s@<>\\p{Cntrl},;:\"()\\[\\]\\\\]+@[^\\s@<>\\p{Cntrl},;:\"()\\[\\]\\\\.]+(\\.[^\\s@<>\\p{Cntrl},;:\"()\\[\\]\\\\.]+)*");

  private final String address;
  private final String ascii;

  private EmailAddress(String address, String ascii) {
    this.address = address;
    this.ascii = ascii;
  }

  /**
   * @throws InvalidEmailAddressException naming what is wrong with the text
   */
  public static EmailAddress of(String text) {
    String trimmed = text == null ? "" : trimSpaces(text);
    if (trimmed.isEmpty()) {
      throw new InvalidEmailAddressException("", "it is empty");
    }
    for (int i = 0; i < trimmed.length(); i++) {
      if (Character.isISOControl(trimmed.charAt(i))) {
        throw new InvalidEmailAddressException(
            trimmed, "it contains a line break or control character");
      }
    }
    if (trimmed.length() > MAX_LENGTH) {
      throw new InvalidEmailAddressException(trimmed, "it is longer than 254 characters");
    }
    if (!SHAPE.matcher(trimmed).matches()) {
      throw new InvalidEmailAddressException(trimmed, "it is not of the form name@domain");
    }
    int at = trimmed.indexOf('@');
    for (int i = 0; i < at; i++) {
      if (trimmed.charAt(i) > 126) {
        throw new InvalidEmailAddressException(
            trimmed, "only plain letters, digits and signs may stand before the @");
      }
    }
    String ascii = trimmed.substring(0, at + 1) + asciiDomain(trimmed, trimmed.substring(at + 1));
    if (ascii.length() > MAX_LENGTH) {
      throw new InvalidEmailAddressException(trimmed, "it is longer than 254 characters");
    }
    return new EmailAddress(trimmed, ascii);
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

  private static String asciiDomain(String text, String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw new InvalidEmailAddressException(text, "its domain cannot exist");
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

  /** The address in lower case: the key under which a guest is known. */
  public String normalised() {
    return address.toLowerCase(Locale.ROOT);
  }

  private static String trimSpaces(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
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
