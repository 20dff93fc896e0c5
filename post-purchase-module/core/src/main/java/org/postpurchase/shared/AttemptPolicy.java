package org.postpurchase.shared;

import java.time.Duration;
import java.util.Random;

/**
 * How often a failing item is tried and how long it rests in between: doubling delays with ±20 %
 * jitter around it, growing up to a ceiling.
 *
 * <p>Jitter keeps the items of one outage from coming back in one wave.
 */
public final class AttemptPolicy {
  private static final double JITTER = 0.2;

  private final int attemptsMax;
  private final Duration first;
  private final Duration ceiling;
  private final Random random;

  public AttemptPolicy(int attemptsMax, Duration first, Duration ceiling, Random random) {
    this.attemptsMax = attemptsMax;
    this.first = first;
    this.ceiling = ceiling;
    this.random = random;
  }

  /** Whether an item that has failed this many times is to be given up. */
  public boolean isExhausted(int attempts) {
    return attempts >= attemptsMax;
  }

  /** The rest after the given number of failed attempts (1 or more). */
  public Duration restAfter(int attempts) {
    long millis = first.toMillis();
    for (int i = 1; i < attempts && millis < ceiling.toMillis(); i++) {
      millis *= 2;
    }
    millis = Math.min(millis, ceiling.toMillis());
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(millis * factor));
  }
}
