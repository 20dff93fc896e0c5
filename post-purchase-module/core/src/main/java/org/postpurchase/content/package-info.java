/**
 * The content library: what the shop has to say about what it sells, kept for a product, a category
 * or the whole shop, and which of it fits an order.
 *
 * <p>Front doors: {@link org.postpurchase.content.ContentLibrary} for readers, {@link
 * org.postpurchase.content.SaveContent} for authors.
 */
package org.postpurchase.content;
