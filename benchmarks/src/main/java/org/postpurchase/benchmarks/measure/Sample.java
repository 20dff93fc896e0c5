package org.postpurchase.benchmarks.measure;

/**
 * One slice of one arm: so many operations in so long a time.
 *
 * @param operations how many were done
 * @param nanos wall-clock time of all of them together
 */
public record Sample(double operations, long nanos) {
  /** Times a piece of work that does so many operations. */
  public static Sample of(double operations, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return new Sample(operations, System.nanoTime() - start);
  }

  public double perSecond() {
    return operations * 1e9 / nanos;
  }

  public double millisEach() {
    return nanos / 1e6 / operations;
  }

  /** Something to be timed. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }
}
