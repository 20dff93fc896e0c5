package org.postpurchase.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What authors may put into a text, written {@code {{order.number}}} or, with words for readers of
 * whom it is not known, {@code {{customer.firstName|there}}}.
 */
public final class MailField {
  private static final List<String> TEXTS =
      Collections.unmodifiableList(
          Arrays.asList(
              "customer.firstName",
              "customer.email",
              "shop.name",
              "order.number",
              "order.total",
              "dates.ordered",
              "dates.shipsBy",
              "dates.arrivesBy",
              "reward.code",
              "reward.title",
              "reward.expires",
              "member.points",
              "member.tier",
              "member.next",
              "member.missing",
              "friends.gift",
              "friends.reward",
              "moment.points",
              "moment.programme",
              "moment.tier",
              "moment.missing",
              "moment.until",
              "moment.product"));
  private static final List<String> LINKS =
      Collections.unmodifiableList(
          Arrays.asList(
              "shop.url", "order.url", "reward.url", "reviews.url", "friends.url", "moment.url"));

  private MailField() {}

  public static List<String> texts() {
    return TEXTS;
  }

  public static List<String> links() {
    return LINKS;
  }

  public static boolean isKnown(String name) {
    return TEXTS.contains(name) || LINKS.contains(name);
  }

  /**
   * True while the reader has something there; false also where the mail is about no such thing.
   */
  public static String condition(String name) {
    List<String> parts = new ArrayList<>();
    int dot = name.indexOf('.');
    parts.add("$" + name.substring(0, dot));
    parts.add("$" + name);
    return String.join(" && ", parts);
  }
}
