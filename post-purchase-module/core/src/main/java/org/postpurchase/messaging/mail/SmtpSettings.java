package org.postpurchase.messaging.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.PostPurchaseException;

/** How to reach the shop's mail server, and as whom. */
public final class SmtpSettings {
  private static final String TIMEOUT_MS = "10000";
  private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]*)>", Pattern.DOTALL);

  final String protocol;
  final String host;
  final int port;
  final String user;
  final String password;
  final String from;
  private final Properties extra;

  /**
   * @param protocol {@code smtp} or {@code smtps}
   * @param port −1 for the protocol's own
   * @param user null or empty for none
   * @param from as in a mail header: {@code Shop <hello@shop.example>}
   * @param extra further {@code mail.<protocol>.*} properties of the shop, such as starttls; they
   *     win over our defaults
   */
  public SmtpSettings(
      String protocol,
      String host,
      int port,
      String user,
      String password,
      String from,
      Properties extra) {
    this.protocol = requireNonNull(protocol, "protocol");
    this.host = requireNonNull(host, "host");
    this.port = port;
    this.user = user;
    this.password = password;
    this.from = requireNonNull(from, "from");
    this.extra = extra;
  }

  boolean hasUser() {
    return user != null && !user.isEmpty();
  }

  /**
   * The sender: the name as it was typed, in any script and with any signs in it, quoted or encoded
   * by us; the address in ASCII as the protocol wants it.
   *
   * @throws AddressException when there is no usable address in it
   */
  InternetAddress sender() throws AddressException {
    Matcher named = NAMED.matcher(from.trim());
    String name = named.matches() ? unquoted(named.group(1).trim()) : "";
    String address = named.matches() ? named.group(2) : from;
    try {
      if (name.chars().anyMatch(Character::isISOControl)) {
        throw new AddressException("the name contains a line break or control character");
      }
      return new InternetAddress(
          EmailAddress.of(address).ascii(), name.isEmpty() ? null : name, "UTF-8");
    } catch (InvalidEmailAddressException | UnsupportedEncodingException e) {
      throw new AddressException(e.getMessage());
    }
  }

  /**
   * Checks a sender as it stands in a property.
   *
   * @throws PostPurchaseException naming the property, its value, what is wrong and what is right
   */
  public static void checkSender(String property, String from) {
    try {
      new SmtpSettings("smtp", "localhost", -1, null, null, from, new Properties()).sender();
    } catch (AddressException e) {
      throw new PostPurchaseException(
          "The property "
              + property
              + " is '"
              + from
              + "', but "
              + e.getMessage()
              + ". It must be an address, or a name and an address, such as: Your Shop, Inc."
              + " <hello@your-shop.example>",
          e);
    }
  }

  /** The name without the quotes that somebody who knows mail headers put around it. */
  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
        : name;
  }

  /**
   * Session properties; connecting, reading and writing all end after 10 s unless the shop says
   * otherwise.
   */
  Properties sessionProperties() {
    Properties p = new Properties();
    String prefix = "mail." + protocol + ".";
    p.setProperty("mail.transport.protocol", protocol);
    p.setProperty(prefix + "host", host);
    p.setProperty(prefix + "connectiontimeout", TIMEOUT_MS);
    p.setProperty(prefix + "timeout", TIMEOUT_MS);
    p.setProperty(prefix + "writetimeout", TIMEOUT_MS);
    p.setProperty(prefix + "auth", Boolean.toString(hasUser()));
    for (String name : extra.stringPropertyNames()) {
      p.setProperty(name, extra.getProperty(name));
    }
    return p;
  }
}
