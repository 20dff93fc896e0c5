/**
 * Words and photos of customers that the shop may use outside product pages: testimonials and
 * photos of products in use, each with the right to do so as its owner gave it.
 *
 * <p>Whoever shows a story asks {@link org.postpurchase.story.StoryViews} at that moment, so that a
 * right that is taken back ends every use at once.
 */
package org.postpurchase.story;
