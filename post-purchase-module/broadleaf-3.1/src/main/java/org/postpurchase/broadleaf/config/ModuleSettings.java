package org.postpurchase.broadleaf.config;

import java.net.IDN;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postpurchase.messaging.mail.SmtpSettings;
import org.postpurchase.shared.AsciiAddress;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Shop;
import org.postpurchase.sms.SmsSettings;

/**
 * The {@code postpurchase.*} properties of one node, as strings from the store's property files.
 *
 * <p>Values are checked when they are first used; a wrong one stops the start with its name, its
 * value and what is allowed.
 */
public final class ModuleSettings {
  private static final List<String> RELAYS = Arrays.asList("site", "admin", "both", "none");
  private static final int MAIL_UNCLEAR_MOST = 20;
  private static final int MAIL_CONNECTIONS_MOST = 16;

  private String node = "site";
  private String relay = "site";
  private boolean migrate;
  private boolean presets = true;
  private long pollMillis = 1000;
  private int sweepMinutes = 5;
  private long fourEyesPoints = 10_000;
  private String shopName = "";
  private String shopUrl = "";
  private String shopSupport = "";
  private String shopLocale = "en";
  private String shopZone = "UTC";
  private String shopCountry = "";
  private String mailFrom = "";
  private int mailUnclearMost = 5;
  private int mailConnections = 2;
  private String pointsPage = "/account/points";
  private String weatherSource = "";
  private boolean privateAddresses;
  private RetentionSettings retention = new RetentionSettings();
  private BatchSettings batches = new BatchSettings();
  private SmsProperties sms = new SmsProperties();
  private FeedbackProperties feedback = new FeedbackProperties();

  /** {@code site} or {@code admin}: which webapp this is. */
  public void setNode(String node) {
    this.node = node;
  }

  /** Which webapps run the relay: {@code site}, {@code admin}, {@code both} or {@code none}. */
  public void setRelay(String relay) {
    this.relay = relay;
  }

  public void setMigrate(boolean migrate) {
    this.migrate = migrate;
  }

  public void setPresets(boolean presets) {
    this.presets = presets;
  }

  public void setPollMillis(long pollMillis) {
    this.pollMillis = pollMillis;
  }

  public void setSweepMinutes(int sweepMinutes) {
    this.sweepMinutes = sweepMinutes;
  }

  /** An adjustment of more points, up or down, needs a second person. */
  public void setFourEyesPoints(long fourEyesPoints) {
    this.fourEyesPoints = fourEyesPoints;
  }

  public long getFourEyesPoints() {
    require(fourEyesPoints >= 0, "postpurchase.points.four-eyes", fourEyesPoints, "at least 0");
    return fourEyesPoints;
  }

  public void setShopName(String shopName) {
    this.shopName = shopName;
  }

  public void setShopUrl(String shopUrl) {
    this.shopUrl = shopUrl;
  }

  public void setShopSupport(String shopSupport) {
    this.shopSupport = shopSupport;
  }

  public void setShopLocale(String shopLocale) {
    this.shopLocale = shopLocale;
  }

  public void setShopZone(String shopZone) {
    this.shopZone = shopZone;
  }

  /** ISO 3166 code of the country that it ships from; empty: that of the locale, if it has one. */
  public void setShopCountry(String shopCountry) {
    this.shopCountry = shopCountry;
  }

  public void setMailFrom(String mailFrom) {
    this.mailFrom = mailFrom;
  }

  /** Path of the page on which the store shows points. */
  public void setPointsPage(String pointsPage) {
    this.pointsPage = pointsPage;
  }

  /** Path or address of a text file with the weather; empty for none. */
  public void setWeatherSource(String weatherSource) {
    this.weatherSource = weatherSource;
  }

  String weatherSource() {
    return weatherSource;
  }

  /** Whether webhooks may go to addresses of private networks, and unencrypted. */
  public void setPrivateAddresses(boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  public boolean isPrivateAddresses() {
    return privateAddresses;
  }

  public void setRetention(RetentionSettings retention) {
    this.retention = retention;
  }

  public void setBatches(BatchSettings batches) {
    this.batches = batches;
  }

  public void setSms(SmsProperties sms) {
    this.sms = sms;
  }

  public void setFeedback(FeedbackProperties feedback) {
    this.feedback = feedback;
  }

  FeedbackProperties feedback() {
    return feedback;
  }

  SmsSettings sms() {
    return sms.settings(shopUrl.trim());
  }

  BatchSettings batches() {
    return batches;
  }

  RetentionSettings retention() {
    return retention;
  }

  String pointsPage() {
    return pointsPage.trim();
  }

  boolean migrates() {
    return migrate;
  }

  boolean bringsPresets() {
    return presets;
  }

  /** How many advertisements for each connection may be unclear when this node is killed. */
  public void setMailUnclearMost(int mailUnclearMost) {
    this.mailUnclearMost = mailUnclearMost;
  }

  int mailUnclearMost() {
    if (mailUnclearMost < 1 || mailUnclearMost > MAIL_UNCLEAR_MOST) {
      throw new PostPurchaseException(
          "The property postpurchase.mail.unclear is "
              + mailUnclearMost
              + ", but must be from 1 to "
              + MAIL_UNCLEAR_MOST
              + ".");
    }
    return mailUnclearMost;
  }

  /** How many connections to the mail server this node may hold at once. */
  public void setMailConnections(int mailConnections) {
    this.mailConnections = mailConnections;
  }

  int mailConnections() {
    if (mailConnections < 1 || mailConnections > MAIL_CONNECTIONS_MOST) {
      throw new PostPurchaseException(
          "The property postpurchase.mail.connections is "
              + mailConnections
              + ", but must be from 1 to "
              + MAIL_CONNECTIONS_MOST
              + ".");
    }
    return mailConnections;
  }

  String mailFrom() {
    if (!mailFrom.trim().isEmpty()) {
      SmtpSettings.checkSender("postpurchase.mail.from", mailFrom);
    }
    return mailFrom;
  }

  long pollMillis() {
    return require(pollMillis >= 50, "postpurchase.poll.millis", pollMillis, "at least 50")
        ? pollMillis
        : 0;
  }

  int sweepMinutes() {
    return require(sweepMinutes >= 1, "postpurchase.sweep.minutes", sweepMinutes, "at least 1")
        ? sweepMinutes
        : 0;
  }

  boolean runsRelay() {
    require(RELAYS.contains(relay), "postpurchase.relay", relay, "one of " + RELAYS);
    return relay.equals("both") || relay.equals(node);
  }

  Shop shop() {
    Locale locale = Locale.forLanguageTag(shopLocale.trim().replace('_', '-'));
    String country = shopCountry.trim().isEmpty() ? locale.getCountry() : shopCountry.trim();
    return new Shop(
        shopName.trim().isEmpty() ? IDN.toUnicode(hostOf(shopUrl)) : shopName.trim(),
        shopUrl.trim(),
        shopSupport.trim(),
        locale,
        zone(),
        country.toUpperCase(Locale.ROOT));
  }

  /** Right side of Message-IDs, in ASCII. */
  String mailDomain() {
    return hostOf(shopUrl);
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(shopZone.trim());
    } catch (DateTimeException e) {
      throw new PostPurchaseException(
          "The property postpurchase.shop.zone is '"
              + shopZone
              + "', but must be a time zone such as Europe/Berlin.",
          e);
    }
  }

  private static String hostOf(String url) {
    String host = AsciiAddress.hostOf(url);
    return host.isEmpty() ? "localhost" : host;
  }

  private static boolean require(boolean holds, String property, Object value, String allowed) {
    if (!holds) {
      throw new PostPurchaseException(
          "The property " + property + " is '" + value + "', but must be " + allowed + ".");
    }
    return true;
  }
}
