/** Measurements of the plugin beside its peers, and of a shop after five years. */
package org.postpurchase.benchmarks;
