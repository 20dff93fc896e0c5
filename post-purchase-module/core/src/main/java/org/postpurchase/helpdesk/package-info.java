/**
 * What a help desk outside the shop is told and may ask: signed webhooks about cases, delivered and
 * retried in the background, and a snapshot of one customer behind a key. Both are off until
 * somebody switches them on.
 *
 * <p>Front doors: {@link org.postpurchase.helpdesk.CallHelpDesk} and {@link
 * org.postpurchase.helpdesk.CustomerSnapshot}.
 */
package org.postpurchase.helpdesk;
