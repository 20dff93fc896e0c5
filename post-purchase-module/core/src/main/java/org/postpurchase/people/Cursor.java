package org.postpurchase.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the time line ends, so that the next one begins behind it however many entries
 * came meanwhile. Written as text into the page's address.
 */
public final class Cursor {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\.([A-Z_]{1,30})\\.(\\d{1,18})");

  public final Instant at;
  public final EntrySource source;
  public final long id;

  private Cursor(Instant at, EntrySource source, long id) {
    this.at = requireNonNull(at, "at");
    this.source = requireNonNull(source, "source");
    this.id = id;
  }

  public static Cursor behind(TimelineEntry last) {
    return new Cursor(last.at, last.source, last.id);
  }

  /** Empty for what is no cursor: the newest page is meant then. */
  public static Optional<Cursor> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    for (EntrySource source : EntrySource.values()) {
      if (source.name().equals(parts.group(2))) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return Optional.of(new Cursor(at, source, Long.parseLong(parts.group(3))));
      }
    }
    return Optional.empty();
  }

  /** Whether the entry comes behind it. */
  public boolean isBefore(TimelineEntry entry) {
    int byTime = entry.at.compareTo(at);
    if (byTime != 0) {
      return byTime < 0;
    }
    int bySource = entry.source.compareTo(source);
    return bySource != 0 ? bySource < 0 : entry.id < id;
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "." + source + "." + id;
  }
}
