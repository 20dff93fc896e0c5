/**
 * Which products people look at on the shop's own pages, of those who have agreed to that, kept for
 * thirty days.
 *
 * <p>Front door: {@link org.postpurchase.interest.Interests}.
 */
package org.postpurchase.interest;
