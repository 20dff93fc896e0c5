/** The outbox screen: what waits, what is stuck and why, and putting it right. */
package org.postpurchase.admin.outbox;
