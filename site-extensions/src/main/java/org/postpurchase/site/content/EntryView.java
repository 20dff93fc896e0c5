package org.postpurchase.site.content;

import java.util.List;
import java.util.stream.Collectors;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentKind;
import org.postpurchase.content.FittingContent;

/** One entry as pages show it. Getters for page templates. */
final class EntryView {
  private final ContentEntry entry;
  private final FittingContent.Guide guide;

  EntryView(ContentEntry entry) {
    this.entry = entry;
    this.guide = null;
  }

  EntryView(FittingContent.Guide guide) {
    this.entry = guide.entry;
    this.guide = guide;
  }

  /** Of the lines that it is for; empty for none in particular. */
  public String getNames() {
    return guide == null
        ? ""
        : guide.lines.stream().map(l -> l.name).distinct().collect(Collectors.joining(", "));
  }

  public String getTitle() {
    return entry == null ? "" : entry.title;
  }

  /** With line breaks. */
  public String getText() {
    return entry == null ? guide.lines.get(0).care.howTo : entry.body;
  }

  public String getUrl() {
    return entry == null ? guide.lines.get(0).care.howToUrl : entry.link;
  }

  public String getPicture() {
    return entry == null ? "" : entry.picture;
  }

  public boolean isVideo() {
    return entry != null && entry.kind == ContentKind.VIDEO;
  }

  static List<EntryView> of(List<ContentEntry> entries) {
    return entries.stream().map(EntryView::new).collect(Collectors.toList());
  }
}
