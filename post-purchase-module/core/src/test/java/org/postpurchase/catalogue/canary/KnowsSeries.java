package org.postpurchase.catalogue.canary;

import org.postpurchase.series.Series;

/** Breaks the rule that rewards for points know nothing of series. */
public class KnowsSeries {
  public Series series;
}
