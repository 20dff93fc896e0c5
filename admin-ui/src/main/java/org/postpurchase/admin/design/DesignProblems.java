package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.admin.settings.SeriesProblemText;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.series.SeriesProblem;

/** What keeps a series from being saved, in words and with the step that it is about. */
final class DesignProblems {
  private final SeriesProblemText problems;
  private final Words words;

  DesignProblems(SeriesProblemText problems, Words words) {
    this.problems = problems;
    this.words = words;
  }

  /** Each problem with the key of its step, for the list and for the step's card. */
  List<Object> of(SaveDesign.RefusedException refused, Locale locale) {
    List<Object> said = new ArrayList<>();
    if (!refused.choice.isEmpty()) {
      said.add(problem("", refused.choice));
    }
    for (SeriesProblem problem : refused.problems) {
      boolean noMail =
          problem.code == SeriesProblem.Code.TEMPLATE_MISSING && problem.detail.isEmpty();
      said.add(
          problem(
              problem.stepKey,
              noMail
                  ? words.filled("PostPurchase_Design_NoMail", locale, name(problem, refused))
                  : problems.named(problem, refused.steps)));
    }
    return said;
  }

  private static String name(SeriesProblem problem, SaveDesign.RefusedException refused) {
    return refused.steps.stream()
        .filter(step -> step.key.equals(problem.stepKey))
        .map(step -> step.name)
        .findFirst()
        .orElse("");
  }

  private static Map<String, Object> problem(String step, String text) {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("step", step);
    each.put("text", text);
    return each;
  }
}
