/** Comparisons in the shop's database. */
package org.postpurchase.holdout.jdbc;
