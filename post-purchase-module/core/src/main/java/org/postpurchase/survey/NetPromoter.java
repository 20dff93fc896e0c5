package org.postpurchase.survey;

import java.util.Map;

/** The net promoter score of a number of answers from 0 to 10. Immutable. */
public final class NetPromoter {
  public static final int PROMOTER_LEAST = 9;
  public static final int DETRACTOR_MOST = 6;

  public final long promoters;
  public final long passives;
  public final long detractors;

  public NetPromoter(Map<Integer, Long> counts) {
    long high = 0;
    long low = 0;
    long all = 0;
    for (Map.Entry<Integer, Long> each : counts.entrySet()) {
      all += each.getValue();
      high += each.getKey() >= PROMOTER_LEAST ? each.getValue() : 0;
      low += each.getKey() <= DETRACTOR_MOST ? each.getValue() : 0;
    }
    promoters = high;
    detractors = low;
    passives = all - high - low;
  }

  public long all() {
    return promoters + passives + detractors;
  }

  /** From -100 to 100, rounded half away from zero; 0 without answers. */
  public int score() {
    return all() == 0
        ? 0
        : (int)
            (Math.signum((double) (promoters - detractors))
                * Math.round(Math.abs(100.0 * (promoters - detractors) / all())));
  }
}
