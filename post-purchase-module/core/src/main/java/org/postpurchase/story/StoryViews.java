package org.postpurchase.story;

import java.util.List;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;

/** Reading stories for pages, mails and lists, as they are at that moment. Takes no locks. */
public interface StoryViews {
  /**
   * Stories that staff has chosen and whose owners let them be used there, newest first: of
   * published reviews and pictures that are still theirs, and of uploads. One statement.
   *
   * @param kind null for all
   * @param productId 0 for all products
   */
  List<ShownStory> shown(StoryUse use, StoryKind kind, long productId, int most);

  /** For staff, newest first; null for all states. */
  PageOf<ShownStory> page(StoryState state, ListPage page);

  /** How many there are; {@code most} + 1 when they are more than that. */
  int countUpTo(int most, StoryState state);

  /** Every right that a mailbox gave, newest first. */
  List<Story> ofContact(String contact);
}
