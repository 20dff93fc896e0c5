package org.postpurchase.splittest;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.postpurchase.holdout.Share;
import org.postpurchase.shared.HexText;
import org.postpurchase.shared.Transactions;

/** Begins and ends A/B tests, and says what they have shown. Safe for concurrent use. */
public final class RunSplitTests {
  private static final int SALT_BYTES = 16;

  private final SplitTestStore store;
  private final OrdersOfTest orders;
  private final SplitTests tests;
  private final Transactions transactions;
  private final Clock clock;
  private final Random random;

  public RunSplitTests(
      SplitTestStore store,
      OrdersOfTest orders,
      SplitTests tests,
      Transactions transactions,
      Clock clock) {
    this(store, orders, tests, transactions, clock, new SecureRandom());
  }

  /**
   * @param random where salts come from
   */
  RunSplitTests(
      SplitTestStore store,
      OrdersOfTest orders,
      SplitTests tests,
      Transactions transactions,
      Clock clock,
      Random random) {
    this.store = requireNonNull(store, "store");
    this.orders = requireNonNull(orders, "orders");
    this.tests = requireNonNull(tests, "tests");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
    this.random = requireNonNull(random, "random");
  }

  /**
   * Begins a test in the caller's transaction.
   *
   * @param arms two to four; the first one is what the step sends by itself
   * @return whether it has begun; false when one runs already, or somebody else began one meanwhile
   */
  public boolean begin(long seriesId, String stepKey, List<Wording> arms, Goal goal) {
    Optional<SplitTest> last = last(seriesId, stepKey);
    if (last.filter(SplitTest::isRunning).isPresent()) {
      return false;
    }
    int number = last.map(test -> test.step.number).orElse(0) + 1;
    boolean begun =
        store.begin(
            new SplitTest(
                new SplitTest.Step(seriesId, stepKey, number),
                arms,
                goal,
                salt(),
                clock.instant(),
                Optional.empty()));
    tests.forget();
    return begun;
  }

  /**
   * Ends the test of a step that runs, in the caller's transaction.
   *
   * @param winner number of the arm that everybody gets from now on; 0 for the step's own
   * @param liveVersion number of the series version that people enter now
   * @return the template that everybody gets; empty when none runs, or the arm has not won
   */
  public Optional<String> end(long seriesId, String stepKey, int winner, int liveVersion) {
    Optional<SplitTest> running = last(seriesId, stepKey).filter(SplitTest::isRunning);
    if (!running.isPresent() || (winner != 0 && result(running.get()).winner() != winner)) {
      return Optional.empty();
    }
    SplitTest test = running.get();
    boolean ended = store.end(test, new SplitTest.End(clock.instant(), winner, liveVersion));
    tests.forget();
    return ended
        ? Optional.of(test.arms.get(Math.max(winner, 1) - 1).templateKey)
        : Optional.empty();
  }

  /** How many tests of a series run. */
  public int running(long seriesId) {
    return (int)
        store.all().stream()
            .filter(test -> test.step.seriesId == seriesId && test.isRunning())
            .count();
  }

  private Optional<SplitTest> last(long seriesId, String stepKey) {
    return store.all().stream().filter(test -> test.step.isSame(seriesId, stepKey)).findFirst();
  }

  private String salt() {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    return HexText.of(bytes);
  }

  /** The last test of each step of a series with what it has shown so far. */
  public List<SplitResult> results(long seriesId) {
    return transactions.call(
        () -> {
          List<SplitResult> results = new ArrayList<>();
          List<String> seen = new ArrayList<>();
          for (SplitTest test : store.all()) {
            if (test.step.seriesId == seriesId && !seen.contains(test.step.key)) {
              seen.add(test.step.key);
              results.add(result(test));
            }
          }
          return results;
        });
  }

  /** Three statements. */
  private SplitResult result(SplitTest test) {
    Instant over = clock.instant().minus(test.goal.window);
    Map<Integer, Long> all = store.noted(test);
    Map<Integer, Long> people = store.noted(test, over);
    Map<Integer, Long> hits =
        test.goal == Goal.CLICKED ? store.clicked(test, over) : orders.buyers(test, over);
    List<Share> arms = new ArrayList<>();
    List<Long> everybody = new ArrayList<>();
    for (int arm = 1; arm <= test.arms.size(); arm++) {
      arms.add(new Share(people.getOrDefault(arm, 0L), hits.getOrDefault(arm, 0L)));
      everybody.add(all.getOrDefault(arm, 0L));
    }
    return new SplitResult(test, arms, everybody);
  }
}
