/**
 * What the shop knows about each person who buys in it: one narrow row for a customer or, for
 * somebody without an account, a mailbox. Rows follow from the orders of the host and from what
 * other features say when they are asked; they can always be worked out again.
 */
package org.postpurchase.person;
