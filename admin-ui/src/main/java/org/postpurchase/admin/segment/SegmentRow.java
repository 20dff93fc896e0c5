package org.postpurchase.admin.segment;

import java.util.Locale;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.segment.Segment;

/** A segment as the list shows it. */
final class SegmentRow {
  private final Segment segment;
  public final String size;
  public final String builtAt;

  SegmentRow(Segment segment, long size, Moments moments, Locale locale) {
    this.segment = segment;
    this.size = SegmentWords.number(size, locale);
    this.builtAt = segment.build.at == null ? "" : moments.of(segment.build.at);
  }

  public long getId() {
    return segment.id;
  }

  public String getKey() {
    return segment.key;
  }

  public String getName() {
    return segment.name;
  }

  /** OFF, WAITING for its first build, BUILDING anew, or LIVE. */
  public String getState() {
    if (!segment.active) {
      return "OFF";
    }
    if (segment.build.generation == 0) {
      return "WAITING";
    }
    return segment.isOutOfDate() ? "BUILDING" : "LIVE";
  }

  public boolean isCounted() {
    return segment.build.generation > 0;
  }

  /** In seconds, with one digit. */
  public String getSeconds() {
    return String.format(Locale.ROOT, "%.1f", segment.build.millis / 1000.0);
  }
}
