package org.postpurchase.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.Shop;
import org.postpurchase.survey.jdbc.SurveyJdbcModule;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkSigner;

/** Surveys in mails: the link to one, and what the shop says afterwards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SurveyMailsContract {
  private static final SurveyContent NPS =
      new SurveyContent(
          List.of(new Question(QuestionKind.NPS, "Recommend us?", List.of())), "Thanks");

  private final SettableClock clock = new SettableClock();
  private final KnownOrders orders = new KnownOrders();
  private final List<Moment> told = new Committed<>();
  private final SurveyLinks links =
      new SurveyLinks(
          () -> new Shop("Shop", "https://shop.example", "", Locale.ENGLISH, ZoneOffset.UTC),
          new LinkSigner(new byte[32], clock));
  private boolean inService;
  private CoreDatabase database;
  private SurveyStore store;
  private AskStore asks;
  private SurveyEngine engine;

  abstract CoreDatabase shared();

  @BeforeEach
  void empty() {
    database = shared();
    for (String table :
        List.of("PP_ASK", "PP_ASK_STOP", "PP_SURVEY_ANSWER", "PP_SURVEY_VERSION", "PP_SURVEY")) {
      database.jdbc.update("delete from " + table);
    }
    store = SurveyJdbcModule.surveys(database.jdbc, database.inserts);
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
    long id = engine.edit().create(new Survey.Settings("After", false, cooldownDays), content);
    assertThat(engine.edit().publish(id, 0)).isTrue();
    return id;
  }

  private void answer(SurveyRef ref, String number, String text) {
    assertThat(engine.answer().answer(ref, List.of(number), List.of(text)))
        .isEqualTo(AnswerSurvey.Outcome.SAVED);
  }

  private MailSurvey mail() {
    return new MailSurvey(store, links, asks, new Rules(), database.transactions, clock);
  }

  private String link(long order, String country, boolean advertising, String name) {
    OrderSnapshot known = orders.find(order).get();
    ModelPart.Subject subject =
        new ModelPart.Subject(known, null, EmailAddress.keyOf(known.email), advertising);
    Map<String, Object> shown =
        database.transactions.call(
            () -> mail().knowing(List.of(subject)).of(subject, Language.of(Locale.ENGLISH)));
    assertThat(country).isEqualTo(known.countryCode);
    return (String) shown.get(name);
  }

  @Test
  void a_mail_has_a_link_for_those_who_should_be_asked_and_an_empty_text_for_all_others() {
    long id = asking(90, NPS);
    orders.with(order(1, "ada@example.com", "US"));
    orders.with(order(2, "bea@example.com", "DE"));
    String url = link(1, "US", false, "s" + id);
    assertThat(url).startsWith("https://shop.example/post-purchase/survey/");
    assertThat(links.read(url.substring(url.lastIndexOf('/') + 1)).orderId).isEqualTo(1);
    assertThat(link(1, "US", false, "url")).isNotEmpty();
    assertThat(link(2, "DE", false, "url")).as("advertising there").isEmpty();
    assertThat(link(2, "DE", true, "url")).isNotEmpty();

    inService = true;
    assertThat(link(1, "US", false, "url")).as("a case is open").isEmpty();
    inService = false;
    asks.stop("ada@example.com", true, "test", clock.instant());
    assertThat(link(1, "US", false, "url")).as("wants none").isEmpty();
    asks.stop("ada@example.com", false, "test", clock.instant());
    asks.add(List.of(new Ask(AskKind.REVIEW, "ada@example.com", 9, "x", 0, clock.instant())));
    assertThat(link(1, "US", false, "url")).as("the budget is used up").isEmpty();
    clock.advance(Duration.ofDays(8));
    assertThat(link(1, "US", false, "url")).isNotEmpty();
    answer(new SurveyRef(id, 1), "9", "");
    clock.advance(Duration.ofDays(8));
    assertThat(link(1, "US", false, "url")).as("answered lately").isEmpty();
    clock.advance(Duration.ofDays(90));
    assertThat(link(1, "US", false, "url")).isNotEmpty();
    engine.edit().switchOff(id, 1);
    assertThat(link(1, "US", false, "s" + id)).as("switched off").isEmpty();
    assertThat(mail().example(Language.of(Locale.ENGLISH))).containsKeys("url", "s" + id);
  }

  private static OrderFixture order(long id, String email, String country) {
    return OrderFixture.order(id).email(email).to(country).line(id * 10, 1, "Tea");
  }

  @Test
  void what_was_changed_is_told_once_to_each_who_answered() {
    long id = asking(0, NPS);
    for (int i = 1; i <= 3; i++) {
      orders.with(order(i, i == 3 ? "p1@example.com" : "p" + i + "@example.com", ""));
      answer(new SurveyRef(id, i), "4", "");
    }
    told.clear();
    assertThat(engine.changes().tell(id, "Faster parcels | de: Schneller")).isEqualTo(2);
    assertThat(told).extracting(m -> m.contact).containsExactly("p1@example.com", "p2@example.com");
    assertThat(told.get(0).values.textOf("changes")).isEqualTo("Faster parcels");
    List<String> keys = told.stream().map(m -> m.key).toList();
    told.clear();
    engine.changes().tell(id, "Faster parcels");
    assertThat(told).as("the same happening").extracting(m -> m.key).isEqualTo(keys);
    assertThat(engine.changes().tell(id, " ")).isZero();
    assertThat(engine.changes().tell(99, "x")).isZero();
  }
}
