package org.postpurchase.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.Ask;
import org.postpurchase.ask.AskBudget;
import org.postpurchase.ask.AskKind;
import org.postpurchase.ask.AskStore;
import org.postpurchase.ask.jdbc.AskJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Shop;
import org.postpurchase.survey.jdbc.SurveyJdbcModule;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** Surveys from the merchant's draft to the answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SurveysContract {
  private static final String[] TABLES = {
    "PP_ASK", "PP_ASK_STOP", "PP_SURVEY_ANSWER", "PP_SURVEY_VERSION", "PP_SURVEY"
  };
  private static final SurveyContent NPS =
      new SurveyContent(
          List.of(
              new Question(QuestionKind.NPS, "Recommend us?", List.of()),
              new Question(QuestionKind.TEXT, "Why?", List.of())),
          "Thanks");

  private final SettableClock clock = new SettableClock();
  private final KnownOrders orders = new KnownOrders();
  private final List<Moment> told = new Committed<>();
  private final LinkSigner signer = new LinkSigner(new byte[32], clock);
  private final SurveyLinks links =
      new SurveyLinks(
          () -> new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC),
          signer);
  private boolean inService;
  private SurveyStore store;
  private SurveyResults results;
  private AskStore asks;
  private SurveyEngine engine;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    CoreDatabase database = shared();
    for (String table : TABLES) {
      database.jdbc.update("delete from " + table);
    }
    store = SurveyJdbcModule.surveys(database.jdbc, database.inserts);
    results = SurveyJdbcModule.results(database.jdbc);
    asks = AskJdbcModule.asks(database.jdbc, database.inserts);
    engine =
        new SurveyEngine(
            store,
            new SurveyEngine.Shopside(orders, asks, new Rules(), Told::new),
            database.transactions,
            clock);
  }

  private final class Rules implements OpenSurvey.Rules {
    @Override
    public AskBudget budget() {
      return new AskBudget(1, Duration.ofDays(7));
    }

    @Override
    public Set<String> inService(Collection<String> contacts) {
      return inService ? Set.copyOf(contacts) : Set.of();
    }
  }

  private final class Told implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      told.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  private long asking(int cooldownDays, SurveyContent content) {
    long id = engine.edit().create(new Survey.Settings("After", true, cooldownDays), content);
    assertThat(engine.edit().publish(id, 0)).isTrue();
    return id;
  }

  private void order(long id, String email) {
    orders.with(
        OrderFixture.order(id).email(email).submittedAt(clock.instant()).line(id * 10, 1, "Tea"));
  }

  private long viewer(long order) {
    return orders.find(order).get().customerId;
  }

  private AnswerSurvey.Outcome answer(SurveyRef ref, String number, String text) {
    return engine.answer().answer(ref, List.of(number, ""), List.of("", text));
  }

  @Test
  void v6_a_second_answer_changes_nothing_and_the_first_is_shown() {
    long id = asking(0, NPS);
    order(1, "ada@example.com");
    SurveyRef ref = new SurveyRef(id, 1);
    assertThat(answer(ref, "3", "Slow")).isEqualTo(AnswerSurvey.Outcome.SAVED);
    assertThat(answer(ref, "10", "Fast")).isEqualTo(AnswerSurvey.Outcome.ALREADY);
    SurveyPage page = engine.open().of(ref).get();
    assertThat(page.state).isEqualTo(SurveyPage.State.ANSWERED);
    assertThat(page.answer.get().parts.get(0).value).hasValue(3);
    assertThat(page.answer.get().parts.get(1).text).isEqualTo("Slow");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).values.numberOf(ScoreGivenTrigger.SCORE)).hasValue(3);
    assertThat(told.get(0).values.numberOf(ScoreGivenTrigger.SCALE)).hasValue(10);
    assertThat(told.get(0).values.textOf(ScoreGivenTrigger.COMMENT)).isEqualTo("Slow");
  }

  /** formbricks 3079, ONS eq-survey-runner 511: nought was taken for no answer. */
  @Test
  void nought_is_an_answer_and_the_worst_one() {
    long id = asking(0, NPS);
    order(11, "ada@example.com");
    SurveyRef ref = new SurveyRef(id, 11);
    assertThat(answer(ref, "0", "")).isEqualTo(AnswerSurvey.Outcome.SAVED);

    assertThat(engine.open().of(ref).get().answer.get().parts.get(0).value).hasValue(0);
    assertThat(told.get(0).values.numberOf(ScoreGivenTrigger.SCORE)).hasValue(0);
    assertThat(results.counts()).containsEntry(id, 1L);
    assertThat(results.tallies(id, 0)).singleElement().satisfies(t -> assertThat(t.value).isZero());
  }

  @Test
  void of_answers_at_once_one_stays_and_one_moment_is_told() throws Exception {
    SurveyRef ref = new SurveyRef(asking(0, NPS), 2);
    order(2, "bo@example.com");
    List<AnswerSurvey.Outcome> outcomes = Together.run(8, i -> () -> answer(ref, "" + i, ""));
    assertThat(outcomes).containsOnlyOnce(AnswerSurvey.Outcome.SAVED);
    assertThat(told).hasSize(1);
    assertThat(results.counts()).containsEntry(ref.surveyId, 1L);
  }

  @Test
  void v8_whoever_answered_is_not_asked_again_on_any_device_until_the_days_are_over() {
    long id = asking(90, NPS);
    order(3, "cy@example.com");
    assertThat(engine.open().afterOrder(3, viewer(3))).isPresent();
    assertThat(answer(new SurveyRef(id, 3), "9", "")).isEqualTo(AnswerSurvey.Outcome.SAVED);
    assertThat(engine.open().afterOrder(3, viewer(3)).get().state)
        .isEqualTo(SurveyPage.State.ANSWERED);

    clock.advance(Duration.ofDays(30));
    order(4, "Cy@Example.com");
    assertThat(engine.open().afterOrder(4, viewer(4))).isEmpty();
    SurveyRef later = new SurveyRef(id, 4);
    assertThat(engine.open().of(later).get().state).isEqualTo(SurveyPage.State.LATELY);
    assertThat(answer(later, "9", "")).isEqualTo(AnswerSurvey.Outcome.ALREADY);
    assertThat(results.counts()).containsEntry(id, 1L);

    clock.advance(Duration.ofDays(61));
    assertThat(engine.open().of(later).get().state).isEqualTo(SurveyPage.State.OPEN);
  }

  @Test
  void the_budget_of_all_requests_and_an_open_case_and_a_stop_keep_the_question_away() {
    long id = asking(0, NPS);
    order(5, "di@example.com");
    assertThat(engine.open().afterOrder(5, viewer(5))).isPresent();
    asks.add(List.of(new Ask(AskKind.REVIEW, "di@example.com", 1, "ask", 7, clock.instant())));
    assertThat(engine.open().afterOrder(5, viewer(5))).isEmpty();
    assertThat(engine.open().of(new SurveyRef(id, 5))).as("a link that was sent").isPresent();
    clock.advance(Duration.ofDays(8));
    assertThat(engine.open().afterOrder(5, viewer(5))).isPresent();
    inService = true;
    assertThat(engine.open().afterOrder(5, viewer(5))).isEmpty();
    inService = false;
    asks.stop("di@example.com", true, "TEST", clock.instant());
    assertThat(engine.open().afterOrder(5, viewer(5))).isEmpty();
  }

  @Test
  void an_answer_counts_as_a_request_for_the_shared_budget() {
    SurveyRef ref = new SurveyRef(asking(0, NPS), 6);
    order(6, "ed@example.com");
    answer(ref, "7", "");
    assertThat(asks.since("ed@example.com", Instant.EPOCH)).hasSize(1);
  }

  @Test
  void nobody_else_sees_the_question_of_an_order_and_older_orders_are_not_asked_about() {
    order(7, "fa@example.com");
    clock.advance(Duration.ofDays(1));
    asking(0, NPS);
    assertThat(engine.open().afterOrder(7, viewer(7))).isEmpty();
    order(8, "fa@example.com");
    assertThat(engine.open().afterOrder(8, viewer(8) + 1)).isEmpty();
    assertThat(engine.open().afterOrder(8, viewer(8))).isPresent();
  }

  @Test
  void a_draft_changes_nobodys_questions_and_old_answers_keep_their_version() {
    long id = asking(0, NPS);
    order(9, "gi@example.com");
    order(10, "hu@example.com");
    answer(new SurveyRef(id, 9), "2", "");
    SurveyContent choice =
        new SurveyContent(
            List.of(new Question(QuestionKind.CHOICE, "How found?", List.of("Friend", "Search"))),
            "");
    assertThat(engine.edit().save(id, 1, new Survey.Settings("After", true, 0), choice)).isTrue();
    assertThat(engine.edit().save(id, 1, new Survey.Settings("Late", true, 0), NPS))
        .as("somebody else was first")
        .isFalse();
    SurveyRef next = new SurveyRef(id, 10);
    assertThat(engine.open().of(next).get().content.questions.get(0).kind)
        .isEqualTo(QuestionKind.NPS);
    assertThat(engine.edit().publish(id, 2)).isTrue();
    assertThat(engine.open().of(next).get().content.questions.get(0).choices)
        .containsExactly("Friend", "Search");
    assertThat(answer(next, "2", "")).isEqualTo(AnswerSurvey.Outcome.NOTHING_CHOSEN);
    assertThat(answer(next, "1", "")).isEqualTo(AnswerSurvey.Outcome.SAVED);
    assertThat(engine.open().of(new SurveyRef(id, 9)).get().content.questions.get(0).kind)
        .isEqualTo(QuestionKind.NPS);
    assertThat(results.tallies(id, 0)).extracting(t -> t.version).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void bad_input_is_refused_with_nothing_stored() {
    long id = asking(0, NPS);
    order(11, "ib@example.com");
    SurveyRef ref = new SurveyRef(id, 11);
    for (String number : List.of("", "11", "-1", "x", "1e1", "99999999999")) {
      assertThat(answer(ref, number, "words")).isEqualTo(AnswerSurvey.Outcome.NOTHING_CHOSEN);
    }
    assertThat(answer(ref, "5", "x".repeat(10_000))).isEqualTo(AnswerSurvey.Outcome.TEXT_TOO_LONG);
    assertThat(engine.answer().answer(ref, List.of(), List.of()))
        .isEqualTo(AnswerSurvey.Outcome.NOTHING_CHOSEN);
    assertThat(results.counts()).isEmpty();
    assertThat(answer(ref, "5", "<b>\u202Eok\u0000</b>")).isEqualTo(AnswerSurvey.Outcome.SAVED);
    assertThat(results.comments(id, ListPage.newest(10)).rows.get(0).parts.get(1).text)
        .isEqualTo("<b>ok </b>");
    engine.edit().switchOff(id, 1);
    assertThat(answer(new SurveyRef(id, 12), "5", "")).isEqualTo(AnswerSurvey.Outcome.CLOSED);
  }

  @Test
  void v7_only_a_signed_link_of_this_purpose_opens_anything() {
    SurveyRef ref = new SurveyRef(3, 4);
    String token = links.path(ref).substring(SurveyLinks.PATH.length());
    assertThat(links.read(token).key()).isEqualTo(ref.key());
    assertThatThrownBy(() -> links.read(signer.token(LinkPurpose.REVIEW, 4)))
        .isInstanceOf(LinkRefusedException.class);
    assertThatThrownBy(() -> links.read(signer.seal(LinkPurpose.CASE, "3:4")))
        .isInstanceOf(LinkRefusedException.class);
    String other = token.substring(0, token.length() - 1) + (token.endsWith("A") ? 'B' : 'A');
    assertThatThrownBy(() -> links.read(other)).isInstanceOf(LinkRefusedException.class);
    assertThatThrownBy(() -> links.read("3:4")).isInstanceOf(LinkRefusedException.class);
    clock.advance(Duration.ofDays(46));
    assertThatThrownBy(() -> links.read(token))
        .isInstanceOfSatisfying(
            LinkRefusedException.class,
            e -> assertThat(e.problem).isEqualTo(LinkRefusedException.Problem.EXPIRED));
  }
}
