package org.postpurchase.broadleaf.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import org.broadleafcommerce.common.email.service.info.EmailInfo;
import org.postpurchase.messaging.mail.SmtpSettings;
import org.postpurchase.shared.PostPurchaseException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Takes host, port, user and options from the shop's own mail sender, so that a merchant sets them
 * up once.
 */
public final class HostMailSettings implements Supplier<SmtpSettings> {
  private final BeanFactory beans;
  private final String from;

  /**
   * @param from the plugin's own sender address; empty to use the one of the shop's {@code
   *     blEmailInfo}
   */
  public HostMailSettings(BeanFactory beans, String from) {
    this.beans = beans;
    this.from = from;
  }

  /**
   * @throws PostPurchaseException naming the setting that is missing
   */
  @Override
  public SmtpSettings get() {
    Object sender = beans.getBean("blMailSender");
    if (!(sender instanceof JavaMailSenderImpl)) {
      throw new PostPurchaseException(
          "The bean blMailSender is a "
              + sender.getClass().getName()
              + ", whose mail server cannot be read. Declare it as a JavaMailSenderImpl with host and port.");
    }
    JavaMailSenderImpl mail = (JavaMailSenderImpl) sender;
    String protocol = mail.getProtocol() == null ? "smtp" : mail.getProtocol();
    Properties extra = mail.getJavaMailProperties();
    return new SmtpSettings(
        protocol,
        mail.getHost() == null ? "localhost" : mail.getHost(),
        mail.getPort(),
        mail.getUsername(),
        mail.getPassword(),
        sender(),
        extra == null ? new Properties() : extra);
  }

  /** The domain of the sender's address, in lower case; empty when no sender is set. */
  public String domain() {
    try {
      String address = sender();
      String domain = address.substring(address.lastIndexOf('@') + 1).replace(">", "").trim();
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (PostPurchaseException | IllegalArgumentException unusable) {
      return "";
    }
  }

  private String sender() {
    if (!from.trim().isEmpty()) {
      return from.trim();
    }
    if (beans.containsBean("blEmailInfo")) {
      String address = beans.getBean("blEmailInfo", EmailInfo.class).getFromAddress();
      if (address != null && !address.trim().isEmpty()) {
        return address.trim();
      }
    }
    throw new PostPurchaseException(
        "No sender address is known. Set the property postpurchase.mail.from, for example: Your Shop <hello@your-shop.example>");
  }
}
