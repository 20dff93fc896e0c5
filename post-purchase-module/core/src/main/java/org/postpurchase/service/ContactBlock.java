package org.postpurchase.service;

import java.util.Locale;
import org.postpurchase.shared.LocalText;

/** How buyers reach the shop; each part may be empty. Immutable. */
public final class ContactBlock {
  public static final ContactBlock NONE = new ContactBlock("", "", "", "", "");

  public final String phone;
  public final String mail;
  public final String chatUrl;

  /** By language, as {@link LocalText}. */
  public final String hours;

  public final String faqUrl;

  public ContactBlock(String phone, String mail, String chatUrl, String hours, String faqUrl) {
    this.phone = phone;
    this.mail = mail;
    this.chatUrl = chatUrl;
    this.hours = hours;
    this.faqUrl = faqUrl;
  }

  public boolean isEmpty() {
    return (phone + mail + chatUrl + hours + faqUrl).isEmpty();
  }

  public String hours(Locale locale) {
    return LocalText.in(hours, locale);
  }

  /** The number as telephones dial it; empty for none. */
  public String dialled() {
    return phone.replaceAll("\\(0\\)", "").replaceAll("[^0-9+]", "");
  }
}
