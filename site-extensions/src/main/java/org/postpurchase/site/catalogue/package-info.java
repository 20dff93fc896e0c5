/** Rewards for points on the customer's page of points, and the button that buys one. */
package org.postpurchase.site.catalogue;
