/** What the cart and the checkout say about reward codes. */
package org.postpurchase.site.reward;
