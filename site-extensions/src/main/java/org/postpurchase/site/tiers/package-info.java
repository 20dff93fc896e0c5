/** The tiers of the programme, and where a signed-in shopper stands on them. */
package org.postpurchase.site.tiers;
