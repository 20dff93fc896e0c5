/**
 * Series of messages after a purchase, or about a membership: who enters, when each step is due,
 * what makes it wrong, and why a buyer did or did not get it.
 *
 * <p>Front doors: {@link org.postpurchase.series.SeriesEngine} to run, {@link
 * org.postpurchase.series.ValidateSeries} and {@link org.postpurchase.series.PublishSeries} for the
 * merchant's settings, {@link org.postpurchase.series.EnterOnMoment} for what happens to people.
 * Every considered touch leaves a stored verdict with a reason code. It decides and queues; it
 * never sends.
 */
package org.postpurchase.series;
