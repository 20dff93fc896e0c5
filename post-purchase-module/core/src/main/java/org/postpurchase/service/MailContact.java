package org.postpurchase.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postpurchase.order.OrderModel;
import org.postpurchase.shared.HtmlText;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/**
 * How the shop is reached, as mails show it: as values for layouts that place them, and as a block
 * for all others. What somebody saves is in the mails two seconds later. Thread-safe.
 */
public final class MailContact implements OrderModel.Contact {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final ServiceSettingsStore settings;
  private final CaseLinks links;
  private final Supplier<Shop> shop;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Known known;

  private static final class Known {
    final ServiceSettings settings;
    final Instant at;

    Known(ServiceSettings settings, Instant at) {
      this.settings = settings;
      this.at = at;
    }
  }

  public MailContact(
      ServiceSettingsStore settings,
      CaseLinks links,
      Supplier<Shop> shop,
      Transactions transactions,
      Clock clock) {
    this.settings = settings;
    this.links = links;
    this.shop = shop;
    this.transactions = transactions;
    this.clock = clock;
  }

  private ServiceSettings settings() {
    Known last = known;
    Instant now = clock.instant();
    if (last == null || now.isBefore(last.at) || now.isAfter(last.at.plus(FRESH))) {
      last = new Known(transactions.call(settings::read), now);
      known = last;
    }
    return last.settings;
  }

  @Override
  public Map<String, Object> of(long orderId, Language language) {
    ServiceSettings now = settings();
    ContactBlock contact = now.contact;
    boolean german = "de".equals(language.locale.getLanguage());
    String help = now.active && orderId != 0 ? links.of(orderId) : "";
    List<Way> ways = new ArrayList<>();
    ways.add(new Way(contact.phone, "tel:" + contact.dialled(), ""));
    ways.add(new Way(contact.mail, "mailto:" + contact.mail, ""));
    ways.add(new Way(german ? "Chat" : "Chat with us", absolute(contact.chatUrl), contact.chatUrl));
    ways.add(
        new Way(
            german ? "Fragen und Antworten" : "Questions and answers",
            absolute(contact.faqUrl),
            contact.faqUrl));
    ways.add(
        new Way(
            german
                ? "Nicht angekommen, unvollständig oder beschädigt?"
                : "Late, missing or damaged?",
            help,
            help));
    ways.removeIf(way -> way.label.isEmpty() || way.address.isEmpty() || way.isUnset());
    Map<String, Object> model = new HashMap<>();
    model.put("phone", contact.phone);
    model.put("mail", contact.mail);
    model.put("chatUrl", absolute(contact.chatUrl));
    model.put("faqUrl", absolute(contact.faqUrl));
    model.put("hours", contact.hours(language.locale));
    model.put("helpUrl", help);
    model.put("block", html(ways, contact.hours(language.locale)));
    model.put("blockText", text(ways, contact.hours(language.locale)));
    return model;
  }

  private String absolute(String address) {
    return shop.get().absolute(address);
  }

  private static String html(List<Way> ways, String hours) {
    if (ways.isEmpty() && hours.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(400);
    out.append("<div style=\"max-width:560px;margin:0 auto;padding:4px 24px 28px;");
    out.append("font:14px/1.7 Helvetica,Arial,sans-serif;color:#5b6963;text-align:center;\">");
    String gap = "";
    for (Way way : ways) {
      out.append(gap).append("<a href=\"").append(HtmlText.escape(way.address));
      out.append("\" style=\"color:#5b6963;\">").append(HtmlText.escape(way.label)).append("</a>");
      gap = " &middot; ";
    }
    if (!hours.isEmpty()) {
      out.append(ways.isEmpty() ? "" : "<br>").append(HtmlText.escape(hours));
    }
    return out.append("</div>").toString();
  }

  private static String text(List<Way> ways, String hours) {
    StringBuilder out = new StringBuilder();
    for (Way way : ways) {
      out.append(way.label);
      out.append(way.address.matches("(tel|mailto):.*") ? "" : ": " + way.address).append('\n');
    }
    return out.append(hours).toString().trim();
  }

  /** One way to reach the shop. */
  private static final class Way {
    final String label;
    final String address;
    private final String given;

    Way(String label, String address, String given) {
      this.label = label;
      this.address = address;
      this.given = given;
    }

    /** Whether its label is there but what it leads to is not. */
    boolean isUnset() {
      return given.isEmpty() && !address.matches("(tel|mailto):.+");
    }
  }
}
