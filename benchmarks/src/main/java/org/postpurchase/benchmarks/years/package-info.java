/**
 * A shop after five years: filled from orders that really went their way, and measured beside an
 * empty one.
 */
package org.postpurchase.benchmarks.years;
