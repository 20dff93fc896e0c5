package org.postpurchase.shared;

/** Reads JSON into plain values. Safe for use by several threads. */
public interface JsonReader {
  /**
   * The text as maps by name, lists, texts, numbers, booleans and null.
   *
   * @throws UnreadableJsonException when it is not JSON, saying where
   */
  Object read(String json);
}
