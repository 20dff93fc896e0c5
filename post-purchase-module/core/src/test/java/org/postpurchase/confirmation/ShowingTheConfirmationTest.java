package org.postpurchase.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postpurchase.messaging.TemplateRefusedException;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.Shop;
import org.postpurchase.testkit.KnownOrders;
import org.postpurchase.testkit.OrderFixture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShowingTheConfirmationTest {
  private static final long ADA = 77;
  private static final Shop SHOP =
      new Shop("Tea", "https://shop.example", "", Locale.UK, ZoneId.of("Europe/London"));

  private KnownOrders orders;
  private ConfirmationPrompt prompt;
  private ShowConfirmation show;

  @BeforeEach
  void start() {
    orders = new KnownOrders().with(OrderFixture.order(1).line(11, 2).customer(ADA));
    prompt = prompt("Thank you, ${customer.firstName}!");
    show =
        new ShowConfirmation(
            orders, new Prompts(), VelocityModule.renderer(), new OrderModel(() -> SHOP));
  }

  @Test
  void the_owner_sees_thanks_and_what_happens_next_with_dates() {
    ConfirmationView view = show.forOrder(1, ADA).get();

    assertThat(view.getHeading()).isEqualTo("Thank you, Ada!");
    assertThat(view.getParagraphs()).containsExactly("First.\nStill first.", "Second N1.");
    assertThat(view.getStepsHeading()).isEqualTo("Next");
    assertThat(view.getSteps())
        .containsExactly(
            "We ship by Tuesday, 3 March 2026.", "It arrives by Monday, 9 March 2026.");
    assertThat(view.getLanguage()).isEqualTo("en-GB");
  }

  @Test
  void nobody_else_sees_it() {
    assertThat(show.forOrder(1, 78)).isEmpty();
    assertThat(show.forOrder(1, 0)).isEmpty();
    assertThat(show.forOrder(2, ADA)).as("no such order").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderState.class,
      names = {"OPEN", "CANCELLED"})
  void it_is_not_shown_for_an_order_that_is_not_placed(OrderState state) {
    orders.with(OrderFixture.order(1).customer(ADA).state(state));

    assertThat(show.forOrder(1, ADA)).isEmpty();
  }

  @Test
  void it_is_not_shown_while_it_is_switched_off() {
    prompt = null;

    assertThat(show.forOrder(1, ADA)).isEmpty();
  }

  @Test
  void a_refresh_shows_the_same() {
    assertThat(show.forOrder(1, ADA).get())
        .usingRecursiveComparison()
        .isEqualTo(show.forOrder(1, ADA).get());
  }

  @Test
  void an_edited_text_is_shown_at_once_even_if_it_looks_alike_to_a_hash() {
    prompt = prompt("Aa");
    assertThat(show.forOrder(1, ADA).get().getHeading()).isEqualTo("Aa");
    assertThat("Aa").hasSameHashCodeAs("BB");

    prompt = prompt("BB");

    assertThat(show.forOrder(1, ADA).get().getHeading()).isEqualTo("BB");
  }

  @Test
  void the_language_is_that_of_the_texts_also_where_they_stand_in_for_another() {
    orders.with(OrderFixture.order(1).line(11, 1).customer(ADA).locale(Locale.FRANCE));

    assertThat(show.forOrder(1, ADA).get().getLanguage()).isEqualTo("en-GB");
  }

  @Test
  void what_is_no_name_is_left_out_of_the_greeting() {
    orders.with(OrderFixture.order(1).line(11, 1).customer(ADA).firstName("<b>$order.number"));

    assertThat(show.forOrder(1, ADA).get().getHeading()).isEqualTo("Thank you, !");
  }

  @Test
  void no_dates_are_promised_for_what_is_never_shipped() {
    orders.with(OrderFixture.order(1).line(11, 1).notShipped().customer(ADA));

    assertThat(show.forOrder(1, ADA).get().getSteps())
        .as("only the first step, which says that the order is there")
        .containsExactly("We ship by .");
  }

  @Test
  void everything_is_in_the_language_of_the_texts() {
    orders.with(
        OrderFixture.order(1).line(11, 2).customer(ADA).locale(Locale.forLanguageTag("es-ES")));

    ConfirmationView view = show.forOrder(1, ADA).get();

    assertThat(view.getSteps()).contains("We ship by Tuesday, 3 March 2026.");
    assertThat(view.getDirection()).isEqualTo("ltr");
  }

  @Test
  void a_check_tells_which_text_is_wrong() {
    ConfirmationPrompt wrong = prompt("Hi $nobody");

    assertThatThrownBy(() -> show.check(wrong, OrderModel.example(Locale.UK)))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("heading")
        .hasMessageContaining("$nobody on line 1");
    show.check(prompt("Hi ${customer.firstName}"), OrderModel.example(Locale.UK));
  }

  private static ConfirmationPrompt prompt(String heading) {
    return new ConfirmationPrompt(
        "en_GB",
        heading,
        "First.\nStill first.\r\n\r\n  \nSecond ${order.number}.",
        "Next",
        DispatchPromise.of(1, 2, 4),
        "We ship by ${dates.shipsBy}.",
        "#if($order.lineCount > 5)many#end",
        "It arrives by ${dates.arrivesBy}.");
  }

  private final class Prompts implements PromptReader {
    @Override
    public Optional<ConfirmationPrompt> findActive(Locale locale) {
      return Optional.ofNullable(prompt);
    }

    @Override
    public Optional<ConfirmationPrompt> find(Locale locale) {
      return findActive(locale);
    }
  }
}
