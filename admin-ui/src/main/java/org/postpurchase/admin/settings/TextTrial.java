package org.postpurchase.admin.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.messaging.Renderer;

/** Renders texts one after the other and keeps the first problem of each field. */
final class TextTrial {
  private final Renderer renderer;
  private final List<Map<String, Object>> examples;
  private final Map<String, String> problems = new LinkedHashMap<>();

  TextTrial(Renderer renderer, List<Map<String, Object>> examples) {
    this.renderer = renderer;
    this.examples = examples;
  }

  /** Tries a text with every example; its name is unique per wording, as the renderer needs. */
  void text(String field, String text) {
    for (Map<String, Object> example : examples) {
      attempt(field, () -> renderer.renderText(wording(field, text), text, example));
    }
  }

  /** The same, for a text that a buyer must not get empty. */
  void filled(String field, String text) {
    text(field, text);
    for (Map<String, Object> example : examples) {
      if (!problems.containsKey(field)
          && renderer.renderText(wording(field, text), text, example).trim().isEmpty()) {
        problems.put(field, "PostPurchase_Problem_Empty");
      }
    }
  }

  void attempt(String field, Runnable rendering) {
    if (problems.containsKey(field)) {
      return;
    }
    try {
      rendering.run();
    } catch (RuntimeException | StackOverflowError e) {
      problems.put(field, ProblemText.of(e));
    }
  }

  void problem(String field, String messageKey) {
    problems.putIfAbsent(field, messageKey);
  }

  boolean isFine(String field) {
    return !problems.containsKey(field);
  }

  List<Map<String, Object>> examples() {
    return examples;
  }

  Map<String, String> problems() {
    return problems;
  }

  static String wording(String field, String text) {
    return "trial-" + field + "-" + Integer.toHexString(text.hashCode()) + "-" + text.length();
  }
}
