/**
 * Deletes rows that nothing needs any more, where a shop wants that.
 *
 * <p>Front door: {@link org.postpurchase.retention.DeleteOldRows}. What links, codes, points and
 * proofs of consent rest on is never deleted.
 */
package org.postpurchase.retention;
