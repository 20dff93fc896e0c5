package org.postpurchase.portable;

import org.postpurchase.shared.PostPurchaseException;

/** A file that is not what an export writes. Nothing was changed. */
public final class UnreadableFileException extends PostPurchaseException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** No YAML; {@link #detail} is the parser's word for it. */
    SYNTAX,
    TOO_LONG,
    TOO_DEEP,
    TOO_MANY,
    /** An anchor or an alias; repeat the text instead. */
    ALIAS,
    /** A type such as {@code !!java}; take it away. */
    TAG,
    /** Two fields of one name. */
    TWICE,
    /** More than one document. */
    DOCUMENTS,
    /** A field whose name is no text. */
    NO_NAME
  }

  public final Problem problem;

  /** From 1; 0 when it is about the file as a whole. */
  public final int line;

  public final String detail;

  public UnreadableFileException(Problem problem, int line, String detail) {
    super("line " + line + ": " + problem + " " + detail);
    this.problem = problem;
    this.line = line;
    this.detail = detail;
  }
}
