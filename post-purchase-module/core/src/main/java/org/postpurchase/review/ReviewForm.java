package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.order.OrderSnapshot;

/** What the page behind a link shows: the order's lines and what their buyer wrote. Immutable. */
public final class ReviewForm {
  public final OrderSnapshot order;
  public final List<ReviewLine> lines;
  public final ReviewSettings settings;

  /** Whether something is promised for a review. */
  public final boolean incentivised;

  /** Whether the buyer wants no requests any more. */
  public final boolean stopped;

  private final Map<Long, ReviewText> texts;
  private final Map<Long, List<String>> photos;

  ReviewForm(
      OrderSnapshot order,
      List<ReviewLine> lines,
      ReviewSettings settings,
      boolean incentivised,
      boolean stopped,
      Written written) {
    this.order = requireNonNull(order, "order");
    this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    this.settings = requireNonNull(settings, "settings");
    this.incentivised = incentivised;
    this.stopped = stopped;
    this.texts = new HashMap<>(written.texts);
    this.photos = new HashMap<>(written.photos);
  }

  /** What the buyer has written, by the review's id. */
  static final class Written {
    final Map<Long, ReviewText> texts = new HashMap<>();
    final Map<Long, List<String>> photos = new HashMap<>();
  }

  public Optional<ReviewLine> line(long lineId) {
    return lines.stream().filter(l -> l.line.lineId == lineId).findFirst();
  }

  /** What the buyer wrote about that line last. */
  public Optional<ReviewText> text(ReviewLine line) {
    return line.review.map(r -> texts.get(r.id));
  }

  /** Hashes of the photos that the buyer added to that line. */
  public List<String> photos(ReviewLine line) {
    return line.review
        .map(r -> photos.getOrDefault(r.id, Collections.<String>emptyList()))
        .orElse(Collections.emptyList());
  }

  /** Whether there is anything to fill in. */
  public boolean isWritable() {
    return lines.stream().anyMatch(ReviewLine::isWritable);
  }
}
