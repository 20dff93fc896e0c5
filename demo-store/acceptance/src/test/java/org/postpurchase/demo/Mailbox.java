package org.postpurchase.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the built-in mailbox received, as JSON texts, one for each mail. */
final class Mailbox {
  /** For what comes at once where nothing else keeps the machine busy. */
  static final int SECONDS_MOST = 60;

  private static final Pattern PICTURE = Pattern.compile("<img[^>]*?src=\\\\?\"([^\"\\\\]+)");

  private final ShopDriver shop;

  private Mailbox(ShopDriver shop) {
    this.shop = shop;
  }

  static Mailbox of(ShopDriver shop) {
    return new Mailbox(shop);
  }

  /** All mails to one address, newest first. */
  List<String> to(String address) {
    List<String> mails = new ArrayList<>();
    for (String mail : shop.json("/mailbox.json").split("(?=\\{\"id\")")) {
      if (mail.contains("\"" + address + "\"") || mail.contains(address)) {
        mails.add(mail);
      }
    }
    return mails;
  }

  /** The one mail to that address, once it has come. */
  String awaitOne(String address) {
    return await(address, 1).get(0);
  }

  /** All mails to that address, newest first, once there are so many. */
  List<String> await(String address, int count) {
    return await(address, count, SECONDS_MOST);
  }

  /** All mails to that address, newest first, waiting so long at most until there are so many. */
  List<String> await(String address, int count, int secondsMax) {
    Instant end = Instant.now().plusSeconds(secondsMax);
    List<String> mails = to(address);
    while (mails.size() < count && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      mails = to(address);
    }
    if (mails.size() != count) {
      throw new AssertionError(
          "expected "
              + count
              + " mail(s) to "
              + address
              + " within "
              + secondsMax
              + " s, but there are "
              + mails.size());
    }
    return mails;
  }

  static List<String> pictures(String mail) {
    List<String> pictures = new ArrayList<>();
    Matcher picture = PICTURE.matcher(mail);
    while (picture.find()) {
      pictures.add(picture.group(1));
    }
    return pictures;
  }
}
