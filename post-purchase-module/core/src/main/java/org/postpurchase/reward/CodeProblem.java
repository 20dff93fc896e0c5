package org.postpurchase.reward;

import static java.util.Objects.requireNonNull;

/** Why one code of an order may not be used. */
public final class CodeProblem {
  /** As shoppers see it. */
  public final String code;

  public final CodeVerdict verdict;

  /** What the sentence needs besides the code, such as an amount; empty for nothing. */
  public final String detail;

  public CodeProblem(String code, CodeVerdict verdict) {
    this(code, verdict, "");
  }

  public CodeProblem(String code, CodeVerdict verdict, String detail) {
    this.code = requireNonNull(code, "code");
    this.verdict = requireNonNull(verdict, "verdict");
    this.detail = requireNonNull(detail, "detail");
  }
}
