package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

/** Why one code of an order may not be used. */
public final class CodeProblem {
  public final RewardCode code;
  public final CodeVerdict verdict;

  CodeProblem(RewardCode code, CodeVerdict verdict) {
    this.code = requireNonNull(code, "code");
    this.verdict = requireNonNull(verdict, "verdict");
  }
}
