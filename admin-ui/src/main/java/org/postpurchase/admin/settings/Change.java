package org.postpurchase.admin.settings;

import java.util.Map;

/**
 * What one saved form means, step by step. Made anew for each request.
 *
 * @param <T> the entity's interface
 */
interface Change<T> {
  /** Called after the form was applied: sets what no form may set. */
  void settle(T row);

  /** Problem by field name, as text or message key; empty when the row can be saved. */
  Map<String, String> problems(T row);

  /** Called once when there are no problems, right before the row is written. */
  default void accepted(T row, String actor) {}
}
