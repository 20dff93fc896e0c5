/** The nightly build of recommendations. */
package org.postpurchase.benchmarks.recommend;
