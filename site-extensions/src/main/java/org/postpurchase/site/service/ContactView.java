package org.postpurchase.site.service;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.service.ContactBlock;
import org.postpurchase.service.ServiceSettings;

/** How the shop is reached. Getters for page templates. */
final class ContactView {
  private final ContactBlock contact;

  /** Where a problem of the order is reported; empty where cases are switched off. */
  public final String help;

  private final Locale locale;
  public final String language;

  private ContactView(ContactBlock contact, String help, Locale locale, String language) {
    this.contact = contact;
    this.help = help;
    this.locale = locale;
    this.language = language;
  }

  static Optional<ContactView> of(
      ServiceSettings settings, String help, Locale locale, ServiceWords words) {
    String way = settings.active ? help : "";
    return settings.contact.isEmpty() && way.isEmpty()
        ? Optional.<ContactView>empty()
        : Optional.of(new ContactView(settings.contact, way, locale, words.language(locale)));
  }

  public String getPhone() {
    return contact.phone;
  }

  public String getDialled() {
    return contact.dialled();
  }

  public String getMail() {
    return contact.mail;
  }

  public String getChatUrl() {
    return contact.chatUrl;
  }

  public String getHours() {
    return contact.hours(locale);
  }

  public String getFaqUrl() {
    return contact.faqUrl;
  }
}
