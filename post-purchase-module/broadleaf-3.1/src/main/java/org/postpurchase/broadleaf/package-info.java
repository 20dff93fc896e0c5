/**
 * The adapter: every contact with Broadleaf 3.1.15-GA, Hibernate and the host's Spring context.
 *
 * <p>It translates and never decides. What a touch, a retry or a text means is in the core.
 */
package org.postpurchase.broadleaf;
