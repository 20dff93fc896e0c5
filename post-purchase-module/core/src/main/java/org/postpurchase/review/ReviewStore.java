package org.postpurchase.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reviews and what belongs to them. All methods join the caller's transaction. */
public interface ReviewStore {
  Optional<Review> find(long reviewId);

  /** The review of the product that was written with that mailbox. */
  Optional<Review> find(long productId, String authorKey);

  /**
   * Whether a customer has reviewed the product, with whatever mailbox. Sees what others committed
   * before the product's counts were locked.
   */
  boolean isReviewedBy(long productId, long customerId);

  /** The author's reviews of these products, in ascending id. */
  List<Review> ofAuthor(Author author, Collection<Long> productIds);

  /** All reviews of these authors, each once, in ascending id. */
  List<Review> ofAuthors(Collection<Author> authors);

  /** Reviews written from these orders, in ascending id. */
  List<Review> ofOrders(Collection<Long> orderIds);

  /**
   * Adds the review with its first text.
   *
   * @return its id; empty if the author has a review of the product already, and nothing changed
   */
  Optional<Long> add(Review review, String body, String video);

  /**
   * The review as it is once nobody else is changing it, locked until the transaction ends. What
   * others committed before is seen.
   */
  Optional<Review> lock(long reviewId);

  /** Writes a locked review, with the next edition. */
  void save(Review review);

  /** Adds a version of the text of a locked review. */
  void add(long reviewId, ReviewText text);

  /** The newest text. */
  Optional<ReviewText> textOf(long reviewId);

  /** All versions, newest first. */
  List<ReviewText> textsOf(long reviewId);

  void add(long reviewId, ReviewEvent event);

  /** Newest first. */
  List<ReviewEvent> eventsOf(long reviewId);

  /** Adds to the product's counts, by a row lock that ends with the transaction. */
  void addToSummary(long productId, ReviewSummary difference, Instant now);

  ReviewSummary summary(long productId);

  /** Products with reviews in ascending id, behind that one. */
  List<Long> products(long after, int limit);

  /** What the reviews themselves say, counted anew. */
  ReviewSummary recount(long productId);

  /** Waits until nobody else changes the product's counts, and keeps them so until the end. */
  void lockSummary(long productId, Instant now);

  /** Products whose counts have changed since the host's rating was written, longest ago first. */
  List<Long> hostDue(int limit);

  /** The host's rating of a product with locked counts is as it should be. */
  void hostDone(long productId);

  /** The host's ratings of all products are to be written anew. */
  void hostAllDue(Instant now);

  /** Replaces the answer to a review; an empty text removes it. */
  void reply(long reviewId, String body, String actor, Instant now);

  Optional<ReviewReply> replyTo(long reviewId);
}
