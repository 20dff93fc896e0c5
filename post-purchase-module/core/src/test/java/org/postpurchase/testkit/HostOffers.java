package org.postpurchase.testkit;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.reward.RewardOffers;

/** A host's offers in memory: one that runs, unless a test ends it. */
public final class HostOffers implements RewardOffers {
  public final Map<String, Long> codes = new ConcurrentHashMap<>();
  public final Map<String, Long> forgotten = new ConcurrentHashMap<>();
  public final Map<String, Instant> prolonged = new ConcurrentHashMap<>();
  public volatile boolean running = true;

  /** A code that anybody may use; null for none. */
  public volatile String publicCode;

  /** Whether the host cannot store a code. */
  public volatile boolean failing;

  /** The language in which a title was asked for last. */
  public volatile Locale language;

  @Override
  public Optional<String> title(long offerId, Locale locale, Instant now) {
    language = locale;
    return running && offerId == SeriesWorld.OFFER ? Optional.of("10 % off") : Optional.empty();
  }

  @Override
  public Optional<String> publicCode(long offerId, Instant now) {
    return Optional.ofNullable(publicCode);
  }

  @Override
  public void create(long offerId, String code, Instant expiresAt) {
    if (failing) {
      throw new IllegalStateException("no code today");
    }
    codes.put(code, offerId);
  }

  @Override
  public void prolong(String code, Instant expiresAt) {
    prolonged.put(code, expiresAt);
  }

  @Override
  public void forgetUse(long orderId, String code) {
    forgotten.put(code, orderId);
  }
}
