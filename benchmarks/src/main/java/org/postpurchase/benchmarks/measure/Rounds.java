package org.postpurchase.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs the arms of a row in interleaved rounds.
 *
 * <p>Warm-up first: each arm until two slices in a row differ by less than 10 %, at most six. Then
 * rounds of reference, others, reference. Arms share the noise of their round; only ratios within a
 * round are compared.
 */
public final class Rounds {
  private static final int WARM_UP_MOST = 6;
  private static final double WARM = 0.10;

  private final Setting setting;

  public Rounds(Setting setting) {
    this.setting = setting;
  }

  /** Runs them all; the result holds every round. */
  public Result run(Row row) throws Exception {
    List<Arm> arms = row.arms();
    for (Arm arm : arms) {
      warm(arm);
    }
    List<Round> rounds = new ArrayList<>();
    Random random = new Random(setting.seed());
    long end = System.nanoTime() + setting.most().toNanos();
    while (rounds.size() < setting.rounds() && (rounds.isEmpty() || System.nanoTime() < end)) {
      rounds.add(round(arms, random));
    }
    return new Result(row, setting, rounds);
  }

  private static void warm(Arm arm) throws Exception {
    double last = 0;
    for (int i = 0; i < WARM_UP_MOST; i++) {
      double now = arm.slice().call().perSecond();
      if (Math.abs(now - last) / Math.max(now, last) < WARM) {
        return;
      }
      last = now;
    }
  }

  private static Round round(List<Arm> arms, Random random) throws Exception {
    Arm reference = arms.get(0);
    List<Arm> order = new ArrayList<>(arms.subList(1, arms.size()));
    Collections.shuffle(order, random);
    order.add(0, reference);
    order.add(reference);
    Pressure before = Pressure.now();
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (Arm arm : order) {
      samples.computeIfAbsent(arm.name(), n -> new ArrayList<>()).add(arm.slice().call());
    }
    return Round.of(reference.name(), samples, before, Pressure.now());
  }
}
