/** The box at checkout: shown without a tick, and remembered with the text beside it. */
package org.postpurchase.site.consent;
