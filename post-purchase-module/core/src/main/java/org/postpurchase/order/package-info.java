/**
 * What the plugin knows of a shop's orders: snapshots read from the host, the facts that happened
 * to them, and how far each line has come.
 *
 * <p>Front doors: {@link org.postpurchase.order.OrderLifecycle} for warehouse and ERP code, {@link
 * org.postpurchase.order.OrderReader} for readers. Reacts to nothing by itself; reactions are
 * outbox handlers.
 */
package org.postpurchase.order;
