/** Segments over a million people. */
package org.postpurchase.benchmarks.segment;
