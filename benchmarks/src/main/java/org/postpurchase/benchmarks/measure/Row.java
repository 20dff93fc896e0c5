package org.postpurchase.benchmarks.measure;

import java.util.List;

/**
 * A row of the table of claims: arms on one database, and what their ratios must be. Closed when
 * measured.
 */
public interface Row extends AutoCloseable {
  /** Its name on the command line. */
  String name();

  /** What one operation is. */
  String unit();

  /** The first is the reference: each round begins and ends with it. */
  List<Arm> arms();

  List<Goal> goals();

  /** What else belongs to the result, such as statements for an operation; one line each. */
  default List<String> notes() {
    return List.of();
  }
}
