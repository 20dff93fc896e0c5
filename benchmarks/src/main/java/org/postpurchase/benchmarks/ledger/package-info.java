/** Rows about points. */
package org.postpurchase.benchmarks.ledger;
