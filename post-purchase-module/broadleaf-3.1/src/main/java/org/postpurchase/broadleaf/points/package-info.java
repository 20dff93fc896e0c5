/**
 * Points as a means of payment in the host's checkout: an unconfirmed payment on the cart, which
 * the pricing keeps within what may be used, a gateway that reserves the points when the host
 * confirms it, and what undoes that when the checkout fails.
 */
package org.postpurchase.broadleaf.points;
