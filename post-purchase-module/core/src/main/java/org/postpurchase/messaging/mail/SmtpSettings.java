package org.postpurchase.messaging.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;

/** How to reach the shop's mail server, and as whom. */
public final class SmtpSettings {
  private static final String TIMEOUT_MS = "10000";

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
   * The sender: name in any script, address in ASCII as the protocol wants it.
   *
   * @throws AddressException when there is no usable address in it
   */
  InternetAddress sender() throws AddressException {
    try {
      InternetAddress parsed = new InternetAddress(from, true);
      String address = EmailAddress.of(parsed.getAddress()).ascii();
      return new InternetAddress(address, parsed.getPersonal(), "UTF-8");
    } catch (InvalidEmailAddressException | UnsupportedEncodingException e) {
      throw new AddressException(e.getMessage());
    }
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
