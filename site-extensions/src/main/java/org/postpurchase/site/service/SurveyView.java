package org.postpurchase.site.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.postpurchase.shared.LocalText;
import org.postpurchase.survey.Question;
import org.postpurchase.survey.QuestionKind;
import org.postpurchase.survey.SurveyAnswer;
import org.postpurchase.survey.SurveyPage;

/** A survey as its page and the confirmation page show it. Getters for page templates. */
final class SurveyView extends PageView {
  public final List<QuestionView> questions;

  /** Where the form goes; empty when there is none. */
  public final String action;

  private SurveyView(
      ServiceWords words,
      Locale locale,
      String heading,
      String intro,
      List<QuestionView> questions,
      String action) {
    super(words, locale, heading, intro, !action.isEmpty());
    this.questions = questions;
    this.action = action;
  }

  static SurveyView problem(String name, Locale locale, ServiceWords words) {
    return new SurveyView(
        words,
        locale,
        words.of("Survey_Heading_" + name, locale),
        words.of("Survey_Text_" + name, locale, words.shop.name),
        new ArrayList<QuestionView>(),
        "");
  }

  /**
   * @param action where the form goes
   * @param sent what was chosen and typed, one for each question; may be shorter
   */
  static SurveyView of(
      SurveyPage page, Locale locale, ServiceWords words, String action, List<Sent> sent) {
    if (page.state == SurveyPage.State.LATELY) {
      return problem("LATELY", locale, words);
    }
    boolean open = page.state == SurveyPage.State.OPEN;
    List<QuestionView> questions = new ArrayList<>();
    for (int i = 0; i < page.content.questions.size(); i++) {
      Question question = page.content.questions.get(i);
      if (open) {
        Sent chosen = i < sent.size() ? sent.get(i) : new Sent("", "");
        questions.add(new QuestionView(question, i, chosen, locale, words));
      } else if (i < page.answer.get().parts.size() && !page.answer.get().parts.get(i).isEmpty()) {
        SurveyAnswer.Part part = page.answer.get().parts.get(i);
        questions.add(
            new QuestionView(question, i, new Sent(number(part.value), part.text), locale, words));
      }
    }
    String thanks = LocalText.in(page.content.thanks, locale);
    return new SurveyView(
        words,
        locale,
        words.of(open ? "Survey_Heading" : "Survey_Heading_DONE", locale),
        open
            ? words.of("Survey_Intro", locale, words.shop.name)
            : thanks.isEmpty() ? words.of("Survey_Text_DONE", locale) : thanks,
        questions,
        open ? action : "");
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
  }

  /** What came with the form, or stands in the address, for one question. */
  static final class Sent {
    final String number;
    final String text;

    Sent(String number, String text) {
      this.number = number;
      this.text = text;
    }
  }

  /** One question. */
  public static final class QuestionView {
    private final Question question;
    public final int position;
    private final Sent sent;
    private final Locale locale;
    private final ServiceWords words;

    QuestionView(Question question, int position, Sent sent, Locale locale, ServiceWords words) {
      this.question = question;
      this.position = position;
      this.sent = sent;
      this.locale = locale;
      this.words = words;
    }

    public String getWords() {
      return LocalText.in(question.words, locale);
    }

    /** Only the first must be answered. */
    public boolean isNeeded() {
      return position == 0;
    }

    public boolean isInWords() {
      return question.kind == QuestionKind.TEXT;
    }

    /** Whether the answers are numbers in a row. */
    public boolean isScale() {
      return question.kind.isScored();
    }

    public String getText() {
      return sent.text;
    }

    /** Words at both ends of a scale. */
    public String getLeast() {
      return isScale() ? words.of("Least_" + question.kind, locale) : "";
    }

    public String getMost() {
      return isScale() ? words.of("Most_" + question.kind, locale) : "";
    }

    public List<Option> getOptions() {
      List<Option> options = new ArrayList<>();
      for (int i = question.kind.least; i <= question.most() && !isInWords(); i++) {
        String label =
            question.kind == QuestionKind.CHOICE
                ? LocalText.in(question.choices.get(i), locale)
                : String.valueOf(i);
        options.add(new Option(i, label, sent.number.equals(String.valueOf(i))));
      }
      return options;
    }

    /** What was answered, in words; empty for nothing. */
    public String getAnswer() {
      for (Option option : getOptions()) {
        if (option.chosen) {
          return isScale() ? option.label + " / " + question.most() : option.label;
        }
      }
      return sent.text;
    }
  }

  /** One answer that can be chosen. */
  public static final class Option {
    public final int value;
    public final String label;
    public final boolean chosen;

    Option(int value, String label, boolean chosen) {
      this.value = value;
      this.label = label;
      this.chosen = chosen;
    }
  }
}
