package org.postpurchase.blocks;

/** Why a composed mail cannot be saved as it is, and where. */
public final class BlockProblem {
  /** What is wrong; names are message keys too. */
  public enum Code {
    EMPTY,
    TOO_LONG,
    UNKNOWN_FIELD,
    BAD_LINK,
    BAD_PICTURE,
    BAD_HASHTAG,
    UNKNOWN_KIND,
    NO_BLOCKS,
    TOO_MANY_BLOCKS,
    /** It was tried out and cannot be sent; the detail says why. */
    BROKEN
  }

  /** Number of the block from 0; -1 for the mail itself. */
  public final int block;

  /** Name of the field; empty for the whole. */
  public final String field;

  public final Code code;

  /** The value or reason behind it; may be empty. */
  public final String detail;

  public BlockProblem(int block, String field, Code code, String detail) {
    this.block = block;
    this.field = field;
    this.code = code;
    this.detail = detail;
  }

  @Override
  public String toString() {
    return block + "." + field + ": " + code + " " + detail;
  }
}
