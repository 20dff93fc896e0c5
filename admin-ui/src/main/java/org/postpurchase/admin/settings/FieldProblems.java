package org.postpurchase.admin.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects one problem for each field: the first. */
final class FieldProblems {
  private final Map<String, String> byField = new LinkedHashMap<>();

  void add(String field, String problem) {
    byField.putIfAbsent(field, problem);
  }

  /** Notes a value that none of the choices has: browsers cannot send it, others can. */
  void choice(String field, String value, Map<String, ?> choices) {
    if (value == null || !choices.containsKey(value)) {
      add(field, "PostPurchase_Problem_Choice");
    }
  }

  boolean isEmpty() {
    return byField.isEmpty();
  }

  Map<String, String> byField() {
    return byField;
  }
}
