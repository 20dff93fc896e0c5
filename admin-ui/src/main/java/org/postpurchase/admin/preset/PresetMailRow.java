package org.postpurchase.admin.preset;

import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.messaging.RenderedMessage;

/** One mail of a preset. */
final class PresetMailRow {
  private final PresetGallery.Mail mail;
  private final RenderedMessage rendered;

  PresetMailRow(PresetGallery.Mail mail, RenderedMessage rendered) {
    this.mail = mail;
    this.rendered = rendered;
  }

  public String getSubject() {
    return rendered.subject;
  }

  public String getHtml() {
    return rendered.html;
  }

  public String getText() {
    return rendered.text;
  }

  public String getAnchor() {
    return mail.anchor;
  }

  public int getDays() {
    return mail.days;
  }

  public int getHours() {
    return mail.hours;
  }

  public boolean isAdvertising() {
    return mail.advertising;
  }
}
