/** Reviews on the page of a product. */
package org.postpurchase.benchmarks.review;
