/** The page on which a buyer says how much a product is used. */
package org.postpurchase.site.usage;
