package org.postpurchase.admin.people;

import org.postpurchase.people.EntrySource;
import org.postpurchase.people.TimelineEntry;

/** Plain values of one entry of the time line for the page. */
final class EntryRow {
  private final TimelineEntry entry;
  private final Said said;
  public final String at;

  /** The order's number; empty for none. */
  public final String order;

  EntryRow(TimelineEntry entry, Said said, String at, String order) {
    this.entry = entry;
    this.said = said;
    this.at = at;
    this.order = order;
  }

  /** An entry in the admin's words. */
  static final class Said {
    String title = "";
    String badge = "";
    String badgeClass = "";
    String text = "";
    String detail = "";
    String link = "";

    Said(String title) {
      this.title = title;
    }
  }

  public String getKind() {
    return entry.source.kind.name();
  }

  public String getTitle() {
    return said.title;
  }

  public String getBadge() {
    return said.badge;
  }

  public String getBadgeClass() {
    return said.badgeClass;
  }

  public String getText() {
    return said.text;
  }

  public String getDetail() {
    return said.detail;
  }

  /** Address within the admin where there is more; empty for none. */
  public String getLink() {
    return said.link;
  }

  public boolean isMessage() {
    return entry.source == EntrySource.MESSAGE;
  }

  public long getId() {
    return entry.id;
  }

  /** Whether staff gave or took the points, which can be undone. */
  public boolean isUndoable() {
    return entry.source == EntrySource.POSTING && entry.what.equals("ADJUST");
  }

  public long getRef() {
    return entry.ref;
  }
}
