package org.postpurchase.survey;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ask.AskStore;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;

/**
 * Takes what somebody answered: once for each occasion. A second answer, from the same page or
 * another, changes nothing and the first is shown; answers at once from several nodes leave one.
 */
public final class AnswerSurvey {
  /** Moments have room for 2,000 characters in all, escapes included. */
  private static final int COMMENT_MAX = 600;

  public static final int TEXT_MAX = 2000;

  private final OpenSurvey open;
  private final SurveyStore store;
  private final AskStore asks;
  private final Supplier<Moments> moments;
  private final Transactions transactions;
  private final Clock clock;

  AnswerSurvey(
      OpenSurvey open,
      SurveyStore store,
      AskStore asks,
      Supplier<Moments> moments,
      Transactions transactions,
      Clock clock) {
    this.open = open;
    this.store = store;
    this.asks = asks;
    this.moments = moments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How it went. */
  public enum Outcome {
    SAVED,
    /** There was an answer already, or the person answered another survey lately. */
    ALREADY,
    /** The first question has no answer that it takes. */
    NOTHING_CHOSEN,
    TEXT_TOO_LONG,
    CLOSED
  }

  /**
   * @param numbers as they were sent, one for each question; empty or anything for none
   * @param texts likewise
   */
  public Outcome answer(SurveyRef ref, List<String> numbers, List<String> texts) {
    return transactions.call(() -> take(ref, numbers, texts));
  }

  private Outcome take(SurveyRef ref, List<String> numbers, List<String> texts) {
    SurveyPage page = open.of(ref).orElse(null);
    if (page == null) {
      return Outcome.CLOSED;
    }
    if (page.state != SurveyPage.State.OPEN) {
      return Outcome.ALREADY;
    }
    List<SurveyAnswer.Part> parts = new ArrayList<>();
    for (int i = 0; i < page.content.questions.size(); i++) {
      Question question = page.content.questions.get(i);
      String text = ShownText.paragraphs(at(texts, i), Integer.MAX_VALUE);
      if (question.kind == QuestionKind.TEXT && text.codePointCount(0, text.length()) > TEXT_MAX) {
        return Outcome.TEXT_TOO_LONG;
      }
      parts.add(part(question, at(numbers, i), text));
    }
    if (parts.get(0).isEmpty()) {
      return Outcome.NOTHING_CHOSEN;
    }
    Instant now = clock.instant();
    String contact = OpenSurvey.contact(page.order);
    long customer = page.order.registered ? page.order.customerId : 0;
    SurveyAnswer answer =
        new SurveyAnswer(
            ref,
            page.version,
            new SurveyAnswer.Respondent(contact, customer, page.order.locale.toLanguageTag()),
            now,
            parts);
    if (!store.add(answer)) {
      return Outcome.ALREADY;
    }
    asks.add(Collections.singleton(OpenSurvey.ask(ref, contact, now)));
    tell(page, answer);
    return Outcome.SAVED;
  }

  private static SurveyAnswer.Part part(Question question, String number, String text) {
    if (question.kind == QuestionKind.TEXT) {
      return new SurveyAnswer.Part(OptionalInt.empty(), text);
    }
    int value = number.matches("\\d{1,2}") ? Integer.parseInt(number) : -1;
    return question.takes(value)
        ? new SurveyAnswer.Part(OptionalInt.of(value), "")
        : SurveyAnswer.Part.NONE;
  }

  private static String at(List<String> values, int position) {
    String value = position < values.size() ? values.get(position) : null;
    return value == null ? "" : value;
  }

  private void tell(SurveyPage page, SurveyAnswer answer) {
    int scored = page.content.scored();
    if (scored < 0 || !answer.parts.get(scored).value.isPresent()) {
      return;
    }
    Moment.Builder moment =
        Moment.of(ScoreGivenTrigger.KEY, EmailAddress.stored(page.order.email))
            .order(page.order.orderId)
            .reader(page.order.firstName, page.order.locale)
            .values(values(page, answer, scored));
    if (answer.customerId != 0) {
      moment.customer(answer.customerId);
    }
    moments.get().report(moment.happened(answer.ref.key(), answer.answeredAt));
  }

  private static MomentValues values(SurveyPage page, SurveyAnswer answer, int scored) {
    MomentValues values =
        MomentValues.none()
            .number(ScoreGivenTrigger.SCORE, answer.parts.get(scored).value.getAsInt())
            .number(ScoreGivenTrigger.SCALE, page.content.questions.get(scored).kind.most);
    String written =
        answer.parts.stream()
            .map(part -> part.text.trim())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    return written.isEmpty()
        ? values
        : values.text(ScoreGivenTrigger.COMMENT, ShownText.paragraphs(written, COMMENT_MAX));
  }

  /** What was answered before, for whoever sends once more. */
  public Optional<SurveyAnswer> first(SurveyRef ref) {
    return transactions.call(() -> store.answer(ref));
  }
}
