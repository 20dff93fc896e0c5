package org.postpurchase.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stories and what happened to them. All methods join the caller's transaction. */
public interface StoryStore {
  /** Adds the story; one whose key is there already is left as it is. */
  void add(Story story);

  /** The story as it is once nobody else is changing it, locked until the transaction ends. */
  Optional<Story> lock(long storyId);

  /** The same by its key. */
  Optional<Story> lock(String key);

  /** Writes a locked story, with the next edition, and what happened to it. */
  void save(Story story, String event, String actor, String note, Instant now);

  /** All stories of a review, in ascending id. */
  List<Story> ofReview(long reviewId);

  /** Pictures of that mailbox that wait in a campaign. */
  int waiting(long campaignId, String contact);
}
