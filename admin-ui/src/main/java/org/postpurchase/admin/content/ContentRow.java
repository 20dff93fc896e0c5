package org.postpurchase.admin.content;

import org.postpurchase.content.ContentEntry;

/** An entry as the list shows it. */
final class ContentRow {
  private final ContentEntry entry;

  /** Name of the product or category; empty for the whole shop. */
  public final String about;

  public final String changedAt;

  ContentRow(ContentEntry entry, String about, String changedAt) {
    this.entry = entry;
    this.about = about;
    this.changedAt = changedAt;
  }

  public long getId() {
    return entry.id;
  }

  public int getEdition() {
    return entry.edition;
  }

  public String getKind() {
    return entry.kind.name();
  }

  public String getScope() {
    return entry.scope.name();
  }

  public String getLanguage() {
    return entry.localeCode;
  }

  public String getTitle() {
    return entry.title;
  }

  public boolean isActive() {
    return entry.active;
  }

  /** Whether it is told only in some days after delivery. */
  public boolean isTimed() {
    return entry.daysFrom > 0 || entry.daysTo < ContentEntry.DAYS_MAX;
  }

  public int getDaysFrom() {
    return entry.daysFrom;
  }

  /** Empty for no end. */
  public String getDaysTo() {
    return entry.daysTo == ContentEntry.DAYS_MAX ? "" : String.valueOf(entry.daysTo);
  }
}
