package org.postpurchase.benchmarks.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One round: the reference arm, all others in an order drawn by the seed, the reference arm again.
 *
 * @param samples by arm; the reference arm has two
 * @param apart by how much the two runs of the reference arm differ, as a share of the faster
 * @param others per cent of processor time that went to others
 * @param stolen per cent that the hypervisor took away
 * @param quiet whether the round counts; the limits were fixed before anything was measured
 */
record Round(
    Map<String, List<Sample>> samples,
    double apart,
    double others,
    double stolen,
    double io,
    boolean quiet) {
  private static final double APART_MOST = 0.20;
  private static final double OTHERS_MOST = 10;
  private static final double STOLEN_MOST = 3;

  static Round of(
      String reference, Map<String, List<Sample>> samples, Pressure before, Pressure after) {
    List<Sample> both = samples.get(reference);
    double first = both.get(0).perSecond();
    double last = both.get(both.size() - 1).perSecond();
    double apart = Math.abs(first - last) / Math.max(first, last);
    double others = after.othersSince(before);
    double stolen = after.stolenSince(before);
    boolean quiet = apart <= APART_MOST && others <= OTHERS_MOST && stolen < STOLEN_MOST;
    return new Round(samples, apart, others, stolen, after.io(), quiet);
  }

  double rate(String arm) {
    List<Sample> of = samples.get(arm);
    double operations = of.stream().mapToDouble(Sample::operations).sum();
    double nanos = of.stream().mapToDouble(s -> (double) s.nanos()).sum();
    return operations * 1e9 / nanos;
  }

  Map<String, Object> json() {
    Map<String, Object> rates = new LinkedHashMap<>();
    samples.forEach((arm, of) -> rates.put(arm, of.stream().map(Sample::perSecond).toList()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("perSecond", rates);
    json.put("referenceApart", apart);
    json.put("othersPercent", others);
    json.put("stolenPercent", stolen);
    json.put("pressureIo", io);
    json.put("accepted", quiet);
    return json;
  }
}
