/** The block with which a signed-in shopper pays with points, in the cart and at checkout. */
package org.postpurchase.site.redeem;
