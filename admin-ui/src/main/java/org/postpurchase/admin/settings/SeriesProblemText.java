package org.postpurchase.admin.settings;

import java.util.List;
import java.util.StringJoiner;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.Step;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says in the admin's language what is wrong with a series or one of its steps. */
public final class SeriesProblemText {
  private static final int SHOWN_MAX = 6;

  private final MessageSource messages;

  public SeriesProblemText(MessageSource messages) {
    this.messages = messages;
  }

  /** For the field that the problem is about. */
  public String of(SeriesProblem problem) {
    return ProblemText.safe(words(problem));
  }

  /** That a code of the offer is for everybody. */
  String publicCode(String code) {
    return ProblemText.safe(
        message("PostPurchase_Series_" + SeriesProblem.Code.REWARD_OFFER_PUBLIC.name(), code));
  }

  /** For a page about another step or the whole series. */
  public String named(SeriesProblem problem, List<Step> steps) {
    if (problem.stepKey.isEmpty()) {
      return of(problem);
    }
    String name =
        steps.stream()
            .filter(step -> step.key.equals(problem.stepKey))
            .findFirst()
            .map(step -> step.name)
            .orElse(problem.stepKey);
    return ProblemText.safe(message("PostPurchase_Series_OfStep", name, words(problem)));
  }

  /** All in one line, as the host's forms show one text for each field. */
  String together(List<SeriesProblem> problems, SeriesDefinition series) {
    StringJoiner line = new StringJoiner(" • ");
    problems.stream().limit(SHOWN_MAX).forEach(p -> line.add(named(p, series.steps)));
    int more = problems.size() - SHOWN_MAX;
    return more > 0 ? line.add(message("PostPurchase_Series_More", more)).toString() : line + "";
  }

  private String words(SeriesProblem problem) {
    return message("PostPurchase_Series_" + problem.code.name(), problem.detail);
  }

  private String message(String key, Object... arguments) {
    return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
  }
}
