/**
 * The transactional outbox: events are written in the transaction that makes them true and handed
 * to their handlers later, at least once, each handling in one transaction with its own effects.
 *
 * <p>Front doors: {@link org.postpurchase.outbox.Outbox} to record, {@link
 * org.postpurchase.outbox.EventHandler} to react, {@link org.postpurchase.outbox.OutboxRelay} to
 * run. It does not know what handlers do.
 */
package org.postpurchase.outbox;
