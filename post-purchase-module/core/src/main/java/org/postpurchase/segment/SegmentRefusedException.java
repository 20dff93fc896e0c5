package org.postpurchase.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.shared.PostPurchaseException;

/** A segment cannot be saved or read as it is. Nothing was changed. */
public final class SegmentRefusedException extends PostPurchaseException {
  public final SegmentProblem problem;

  /** What the problem is about, in its sequence. */
  public final List<String> about;

  public SegmentRefusedException(SegmentProblem problem, String... about) {
    super(problem + " " + Arrays.toString(about));
    this.problem = problem;
    this.about = Collections.unmodifiableList(Arrays.asList(about));
  }
}
