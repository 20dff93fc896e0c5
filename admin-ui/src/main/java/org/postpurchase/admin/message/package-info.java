/**
 * The messages screen: every message, what was decided about an order and why, and sending again.
 */
package org.postpurchase.admin.message;
