package org.postpurchase.admin.preset;

import java.util.List;
import org.postpurchase.broadleaf.settings.PresetGallery;

/** A preset as its card shows it. */
final class PresetCard {
  private final PresetGallery.Preset preset;

  /** With what it begins, in words. */
  public final String trigger;

  /** The first mail, for a picture of it. */
  public final String html;

  PresetCard(PresetGallery.Preset preset, String trigger, String html) {
    this.preset = preset;
    this.trigger = trigger;
    this.html = html;
  }

  public String getKey() {
    return preset.key;
  }

  public int getMails() {
    return preset.mails.size();
  }

  /** Whether any mail needs the reader's consent. */
  public boolean isAdvertising() {
    List<PresetGallery.Mail> mails = preset.mails;
    return mails.stream().anyMatch(mail -> mail.advertising);
  }
}
