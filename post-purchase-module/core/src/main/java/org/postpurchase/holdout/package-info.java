/**
 * Measures what a series brings: a share of the people who would enter it is held back, and both
 * groups are compared by who orders again. Off for each series until a merchant chooses a share.
 */
package org.postpurchase.holdout;
