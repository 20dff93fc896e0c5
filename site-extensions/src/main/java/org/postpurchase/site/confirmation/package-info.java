/** The block on the store's confirmation page. */
package org.postpurchase.site.confirmation;
