package org.postpurchase.broadleaf.config;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postpurchase.feedback.MailEvents;
import org.postpurchase.feedback.PostmarkEvents;
import org.postpurchase.feedback.ReturnedMails;
import org.postpurchase.feedback.SendGridEvents;
import org.postpurchase.feedback.SentMails;
import org.postpurchase.feedback.SesEvents;
import org.postpurchase.feedback.SnsCertificates;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.PostPurchaseException;

/** The {@code postpurchase.feedback.*} properties. Nothing is taken while no provider is named. */
public final class FeedbackProperties {
  private static final List<String> KNOWN = Arrays.asList("ses", "sendgrid", "postmark", "dsn");

  private String providers = "";
  private String sendGridKey = "";
  private String secret = "";
  private String dkimSelector = "";

  /** Which of ses, sendgrid, postmark and dsn may report, separated by commas. */
  public void setProviders(String providers) {
    this.providers = providers;
  }

  public void setSendGridKey(String sendGridKey) {
    this.sendGridKey = sendGridKey;
  }

  /** What postmark and dsn show; never shown or logged. */
  public void setSecret(String secret) {
    this.secret = secret;
  }

  /** Of the key that the mail server signs with; empty when it is not known. */
  public void setDkimSelector(String dkimSelector) {
    this.dkimSelector = dkimSelector;
  }

  String dkimSelector() {
    return dkimSelector.trim();
  }

  List<MailEvents> events(JsonReader json, SentMails sent, Clock clock) {
    List<MailEvents> events = new ArrayList<>();
    for (String name : names()) {
      switch (name) {
        case "ses":
          events.add(new SesEvents(new SnsCertificates(clock), json));
          break;
        case "sendgrid":
          events.add(new SendGridEvents(sendGridKey, json));
          break;
        case "postmark":
          events.add(new PostmarkEvents(secretOf(name), json));
          break;
        default:
          events.add(new ReturnedMails(secretOf(name), sent));
      }
    }
    return events;
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : providers.toLowerCase(Locale.ROOT).split(",")) {
      if (!name.trim().isEmpty()) {
        names.add(name.trim());
      }
    }
    if (!KNOWN.containsAll(names)) {
      throw new PostPurchaseException(
          "The property postpurchase.feedback.providers is '"
              + providers
              + "', but may name only "
              + KNOWN
              + ".");
    }
    return names;
  }

  private String secretOf(String name) {
    if (secret.trim().length() < 16) {
      throw new PostPurchaseException(
          "The property postpurchase.feedback.secret has less than 16 characters, but "
              + name
              + " is named in postpurchase.feedback.providers and shows it to prove itself.");
    }
    return secret;
  }
}
