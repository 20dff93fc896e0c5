/**
 * What a page of a product reports when a person looks at it who has agreed to that.
 *
 * <p>Front door: {@link org.postpurchase.site.seen.SeenExpression}.
 */
package org.postpurchase.site.seen;
