/**
 * Which touch a buyer gets when, and why not: for now the thank-you at the start of the
 * post-purchase series.
 *
 * <p>Every considered touch leaves a stored verdict with a reason code. It decides and queues; it
 * never sends.
 */
package org.postpurchase.series;
