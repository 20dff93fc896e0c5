/**
 * Links in messages that prove where they came from.
 *
 * <p>Front door: {@link org.postpurchase.tracking.LinkSigner}. A signed link names a purpose and a
 * message; it opens nothing but that.
 */
package org.postpurchase.tracking;
