/**
 * Opinions of products by people who bought them: asking for them, the form behind a signed link,
 * checking, publishing, answering, counting and showing.
 *
 * <p>Front doors: {@link org.postpurchase.review.OpenForm} and {@link
 * org.postpurchase.review.WriteReview} for authors, {@link org.postpurchase.review.CheckReviews}
 * for staff, {@link org.postpurchase.review.ShowReviews} for pages, {@link
 * org.postpurchase.review.AskForReviews} for series.
 *
 * <p>Every change of a review goes through {@code MoveReview}, which keeps history and counts in
 * the same transaction. Nothing here decides by the number of stars.
 */
package org.postpurchase.review;
