package org.postpurchase.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Finds what is wrong with a survey before it is saved. Reads nothing. */
public final class CheckSurvey {
  public static final int NAME_MAX = 100;
  public static final int WORDS_MAX = 600;
  public static final int CHOICES_MAX = 12;
  public static final int CHOICES_LENGTH_MAX = 2000;
  public static final int COOLDOWN_MAX = 730;

  private CheckSurvey() {}

  public static List<SurveyProblem> problems(Survey.Settings settings, SurveyContent content) {
    List<SurveyProblem> found = new ArrayList<>();
    add(found, settings.name.trim().isEmpty(), "name", SurveyProblem.Code.NO_NAME);
    add(found, length(settings.name) > NAME_MAX, "name", SurveyProblem.Code.TOO_LONG);
    boolean days = settings.cooldownDays >= 0 && settings.cooldownDays <= COOLDOWN_MAX;
    add(found, !days, "cooldownDays", SurveyProblem.Code.COOLDOWN);
    for (int i = 0; i < content.questions.size(); i++) {
      question(content.questions.get(i), i + 1, found);
    }
    add(found, length(content.thanks) > WORDS_MAX, "thanks", SurveyProblem.Code.TOO_LONG);
    return found;
  }

  private static void question(Question q, int number, List<SurveyProblem> found) {
    String words = "question" + number;
    add(found, q.words.trim().isEmpty(), words, SurveyProblem.Code.NO_WORDS);
    add(found, length(q.words) > WORDS_MAX, words, SurveyProblem.Code.TOO_LONG);
    if (q.kind == QuestionKind.CHOICE) {
      String field = "choices" + number;
      add(found, q.choices.size() < 2, field, SurveyProblem.Code.FEW_CHOICES);
      add(found, q.choices.size() > CHOICES_MAX, field, SurveyProblem.Code.MANY_CHOICES);
      boolean twice = new HashSet<>(q.choices).size() < q.choices.size();
      add(found, twice, field, SurveyProblem.Code.SAME_CHOICES);
      boolean tooLong = length(String.join("\n", q.choices)) > CHOICES_LENGTH_MAX;
      add(found, tooLong, field, SurveyProblem.Code.TOO_LONG);
    }
  }

  /** As databases count. */
  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void add(
      List<SurveyProblem> found, boolean wrong, String field, SurveyProblem.Code code) {
    if (wrong) {
      found.add(new SurveyProblem(field, code));
    }
  }
}
