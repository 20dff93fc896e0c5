package org.postpurchase.shared;

/**
 * The rows of a table for a screen that lists them, however many there are: page by page by key,
 * and counted up to a bound. Reads only; each call is a statement of its own.
 *
 * @param <S> states that rows can be in
 * @param <T> what a row tells
 */
public interface Pages<S, T> {
  /**
   * @param state null for all
   */
  PageOf<T> page(S state, Who who, ListPage page);

  /**
   * How many there are; {@code most} + 1 when they are more than that.
   *
   * @param state null for all
   */
  int countUpTo(int most, S state, Who who);
}
