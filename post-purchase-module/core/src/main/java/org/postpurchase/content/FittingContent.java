package org.postpurchase.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postpurchase.order.OrderLine;

/** What of the library fits an order or a product. Immutable. */
public final class FittingContent {
  public static final FittingContent NOTHING =
      new FittingContent(
          Collections.<Guide>emptyList(),
          Collections.<ContentEntry>emptyList(),
          Collections.<ContentEntry>emptyList());

  /** In the order of the lines that they are for. */
  public final List<Guide> guides;

  /** Questions and answers, those about the narrowest first. */
  public final List<ContentEntry> questions;

  /** News, and where products come from. */
  public final List<ContentEntry> stories;

  FittingContent(List<Guide> guides, List<ContentEntry> questions, List<ContentEntry> stories) {
    this.guides = Collections.unmodifiableList(new ArrayList<>(guides));
    this.questions = Collections.unmodifiableList(new ArrayList<>(questions));
    this.stories = Collections.unmodifiableList(new ArrayList<>(stories));
  }

  public boolean isEmpty() {
    return guides.isEmpty() && questions.isEmpty() && stories.isEmpty();
  }

  /** One entry and the lines that it is for; what fits several lines is told once. */
  public static final class Guide {
    /** Null where the shop's catalogue itself says it with the product. */
    public final ContentEntry entry;

    public final List<OrderLine> lines;

    Guide(ContentEntry entry, List<OrderLine> lines) {
      this.entry = entry;
      this.lines = lines;
    }
  }
}
