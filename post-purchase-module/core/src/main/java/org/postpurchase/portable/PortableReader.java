package org.postpurchase.portable;

/** Reads a file. Implementations are safe for concurrent use and make no object but nodes. */
public interface PortableReader {
  /** No file has more characters. */
  int LENGTH_MAX = 1_000_000;

  /**
   * @throws UnreadableFileException naming the line and what to do about it
   */
  PortableNode read(String file);
}
