/** What the store's pages show of a shopper's points. */
package org.postpurchase.site.points;
