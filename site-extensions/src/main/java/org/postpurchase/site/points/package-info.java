/** What the store's pages show of a shopper's points. */
/** The block with which a signed-in shopper pays with points, in the cart and at checkout. */
package org.postpurchase.site.points;
