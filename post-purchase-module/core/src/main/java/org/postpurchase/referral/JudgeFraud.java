package org.postpurchase.referral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fraud gate: asks every signal and adds up what they say. Stateless. */
public final class JudgeFraud {
  private static final int MOST = 1000;

  private final List<FraudSignal> signals;

  /**
   * @throws IllegalArgumentException when two signals have one key, or one has a bad one
   */
  public JudgeFraud(List<FraudSignal> signals) {
    Set<String> keys = new HashSet<>();
    for (FraudSignal signal : signals) {
      if (!signal.key().matches("[A-Z][A-Z0-9_]{0,39}") || !keys.add(signal.key())) {
        throw new IllegalArgumentException(
            "The signal '" + signal.key() + "' needs a key of its own in capitals, digits and _.");
      }
    }
    this.signals = Collections.unmodifiableList(new ArrayList<>(signals));
  }

  public List<FraudSignal> signals() {
    return signals;
  }

  List<Signal> look(FraudCase about) {
    List<Signal> alone = new ArrayList<>();
    List<Signal> withOthers = new ArrayList<>();
    for (FraudSignal signal : signals) {
      signal
          .evidence(about)
          .ifPresent(
              evidence ->
                  (signal.onlyWithOthers() ? withOthers : alone)
                      .add(new Signal(signal.key(), signal.weight(), evidence)));
    }
    if (alone.isEmpty()) {
      withOthers.replaceAll(signal -> new Signal(signal.key, 0, signal.evidence));
    }
    alone.addAll(withOthers);
    return alone;
  }

  static int score(List<Signal> found) {
    return Math.min(MOST, found.stream().mapToInt(signal -> signal.weight).sum());
  }
}
