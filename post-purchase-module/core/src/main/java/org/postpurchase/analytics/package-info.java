/**
 * What the shop's post-purchase work brings: orders that a message led to, and the figures of Home.
 *
 * <p>Front doors: {@link org.postpurchase.analytics.AttributeOrders} notes once and for good what
 * led to an order, and {@link org.postpurchase.analytics.ReadFigures} counts. Money is never stored
 * here: it follows from what is kept of the orders when it is asked for.
 */
package org.postpurchase.analytics;
