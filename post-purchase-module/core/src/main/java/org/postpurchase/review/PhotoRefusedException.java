package org.postpurchase.review;

import static java.util.Objects.requireNonNull;

import org.postpurchase.shared.PostPurchaseException;

/** An upload cannot become a photo. Nothing was kept. */
public final class PhotoRefusedException extends PostPurchaseException {
  /** What is wrong with it. Names are parts of message keys. */
  public enum Problem {
    /** Neither JPEG nor PNG, whatever its name says; such as HEIC, SVG or a document. */
    NOT_A_PHOTO,
    /** The file is too long. */
    TOO_LONG,
    /** It has too many pixels. */
    TOO_MANY_PIXELS,
    /** It begins like a picture and cannot be read. */
    BROKEN
  }

  public final Problem problem;

  public PhotoRefusedException(Problem problem, Throwable cause) {
    super("The upload is refused: " + problem, cause);
    this.problem = requireNonNull(problem, "problem");
  }
}
