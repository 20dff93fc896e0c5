package org.postpurchase.admin.preview;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.messaging.SavedVersion;

/** Plain values of one wording for the page. */
final class VersionRow {
  private final SavedVersion saved;
  private final Moments moments;

  VersionRow(SavedVersion saved, Moments moments) {
    this.saved = saved;
    this.moments = moments;
  }

  public int getNumber() {
    return saved.template.version;
  }

  public String getSubject() {
    return saved.template.texts.subject;
  }

  /** Whether it came with the plugin. */
  public boolean isShipped() {
    return "preset".equals(saved.savedBy);
  }

  public String getSavedBy() {
    return saved.savedBy;
  }

  public String getSavedAt() {
    return moments.of(saved.savedAt);
  }
}
