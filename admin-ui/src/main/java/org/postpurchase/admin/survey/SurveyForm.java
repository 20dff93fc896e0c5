package org.postpurchase.admin.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.survey.CheckSurvey;
import org.postpurchase.survey.Question;
import org.postpurchase.survey.QuestionKind;
import org.postpurchase.survey.Survey;
import org.postpurchase.survey.SurveyContent;
import org.postpurchase.survey.SurveyProblem;

/** What somebody typed into the form of a survey, as texts, and what it means. */
final class SurveyForm {
  static final List<String> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              "name",
              "onConfirmation",
              "cooldownDays",
              "kind1",
              "question1",
              "choices1",
              "kind2",
              "question2",
              "choices2",
              "thanks"));
  private static final int COOLDOWN = 90;

  private final Map<String, String> typed;

  SurveyForm(Map<String, String> typed) {
    this.typed = typed;
  }

  /** What a new survey starts with: a question whose answers can be compared with other shops'. */
  static Map<String, String> fresh(String recommend, String why) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELDS.forEach(field -> fields.put(field, ""));
    fields.put("onConfirmation", "true");
    fields.put("cooldownDays", String.valueOf(COOLDOWN));
    fields.put("kind1", QuestionKind.NPS.name());
    fields.put("question1", recommend);
    fields.put("kind2", QuestionKind.TEXT.name());
    fields.put("question2", why);
    fields.put("id", "0");
    fields.put("edition", "0");
    return fields;
  }

  static Map<String, String> of(Survey survey) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELDS.forEach(field -> fields.put(field, ""));
    fields.put("name", survey.settings.name);
    fields.put("onConfirmation", survey.settings.onConfirmation ? "true" : "");
    fields.put("cooldownDays", String.valueOf(survey.settings.cooldownDays));
    for (int i = 0; i < survey.draft.questions.size(); i++) {
      Question question = survey.draft.questions.get(i);
      fields.put("kind" + (i + 1), question.kind.name());
      fields.put("question" + (i + 1), question.words);
      fields.put("choices" + (i + 1), String.join("\n", question.choices));
    }
    fields.put("thanks", survey.draft.thanks);
    fields.put("id", String.valueOf(survey.id));
    fields.put("edition", String.valueOf(survey.edition));
    return fields;
  }

  Survey.Settings settings() {
    String days = text("cooldownDays");
    return new Survey.Settings(
        text("name"),
        text("onConfirmation").equals("true"),
        days.matches("\\d{1,4}") ? Integer.parseInt(days) : -1);
  }

  SurveyContent content() {
    List<Question> questions = new ArrayList<>();
    questions.add(question(1, QuestionKind.NPS));
    if (!text("kind2").isEmpty()) {
      questions.add(question(2, QuestionKind.TEXT));
    }
    return new SurveyContent(questions, text("thanks"));
  }

  private Question question(int number, QuestionKind otherwise) {
    QuestionKind kind = otherwise;
    for (QuestionKind each : QuestionKind.values()) {
      kind = each.name().equals(text("kind" + number)) ? each : kind;
    }
    List<String> choices = new ArrayList<>();
    for (String line : text("choices" + number).split("\\R")) {
      if (!line.trim().isEmpty()) {
        choices.add(line.trim());
      }
    }
    return new Question(kind, text("question" + number), choices);
  }

  /** Keys of words by field. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    for (SurveyProblem problem : CheckSurvey.problems(settings(), content())) {
      problems.putIfAbsent(problem.field, "PostPurchase_Surveys_Bad_" + problem.code);
    }
    return problems;
  }

  private String text(String field) {
    String value = typed.get(field);
    return value == null ? "" : value.trim();
  }
}
