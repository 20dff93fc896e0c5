/** The content library on the shop's pages: what fits an order, and the page of questions. */
package org.postpurchase.site.content;
