/** Interleaved rounds, their acceptance, ratios with intervals, and the report. */
package org.postpurchase.benchmarks.measure;
