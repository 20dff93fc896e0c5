/**
 * Asking people for something: a review, an answer, a recommendation. All kinds share one budget
 * for each person, one way to say "ask me no more", and one file that says what the law of a
 * country makes of each kind.
 *
 * <p>Front doors: {@link org.postpurchase.ask.AskStore} for what was asked, {@link
 * org.postpurchase.ask.OrderAsks} for what a step of a series may ask about an order, and {@link
 * org.postpurchase.ask.AskLaw}.
 */
package org.postpurchase.ask;
