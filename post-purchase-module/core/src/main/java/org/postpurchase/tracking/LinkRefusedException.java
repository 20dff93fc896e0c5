package org.postpurchase.tracking;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.PostPurchaseException;

/** A link does not prove what it should. Nothing was done. */
public final class LinkRefusedException extends PostPurchaseException {
  /** What is wrong with it. */
  public enum Problem {
    /** It was cut off or changed, or never came from this shop. */
    TAMPERED,
    EXPIRED
  }

  public final Problem problem;

  LinkRefusedException(Problem problem) {
    super(
        problem == Problem.EXPIRED
            ? "This link has expired."
            : "This link is incomplete or was changed; copy it from the message once more.");
    this.problem = requireNonNull(problem, "problem");
  }
}
