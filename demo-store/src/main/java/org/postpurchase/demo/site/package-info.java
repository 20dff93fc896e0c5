/**
 * The shop's pages on the host's controllers, and the tools that exist in the demo only: mailbox,
 * clock and warehouse.
 *
 * <p>An ordinary small shop: what is here would be in any implementor's own code.
 */
package org.postpurchase.demo.site;
