package org.postpurchase.broadleaf.offer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.postpurchase.reward.CodeProblem;

/**
 * The order carried a code that its buyer may not use, and costs more without it; the code was
 * taken off. The message says which and why, in the shopper's language; the host's own {@link
 * CheckoutException} carries this one as its cause.
 */
public final class CodeRefusedException extends CheckoutException {
  private static final long serialVersionUID = 1L;

  private final transient List<CodeProblem> problems;

  CodeRefusedException(String message, List<CodeProblem> problems, CheckoutSeed seed) {
    super(message, seed);
    this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }

  /** Empty after serialisation. */
  public List<CodeProblem> getProblems() {
    return problems == null ? Collections.emptyList() : problems;
  }
}
