/** The page that puts goods from a link into the basket. */
package org.postpurchase.site.basket;
