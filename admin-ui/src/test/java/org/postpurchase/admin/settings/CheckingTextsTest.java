package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.broadleaf.entity.ConfirmationPromptImpl;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.order.OrderModel;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.Shop;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckingTextsTest {
  private static final String HTML = "<p>${texts.introHtml}</p>";
  private static final String TEXT = "${texts.intro}";

  private final Renderer renderer = VelocityModule.renderer();
  private final OrderModel model =
      new OrderModel(
          () ->
              new Shop(
                  "Shop",
                  "https://shop.example",
                  "hi@shop.example",
                  Locale.ENGLISH,
                  ZoneOffset.UTC));
  private final CheckTemplate templates =
      new CheckTemplate(renderer, new SeriesModel(model), Clock.systemUTC());
  private final CheckPrompt prompts = new CheckPrompt(renderer, model);

  @Test
  void sound_texts_have_no_problems() {
    assertThat(templates.problems(template("Hi ${customer.firstName}", HTML, TEXT))).isEmpty();
    assertThat(prompts.problems(prompt())).isEmpty();
  }

  @Test
  void what_a_series_knows_may_be_used() {
    String intro =
        "#foreach($p in $products)$p.name: $p.howTo#end $reward.code $reward.title $reward.expires"
            + " $links.unsubscribe $consent.date";

    assertThat(templates.problems(template(intro, HTML, TEXT))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dear $order.nummber            | $order.nummber on line 1",
        "Dear ${nobody}                 | $nobody on line 1",
        "#set($x = $shop.class)         | $shop.class on line 1",
        "$shop.name.getClass()          | $shop.name.getClass on line 1",
        "#evaluate('x')                 | directive evaluate is not allowed",
        "#if(true) never ends           | not valid Velocity",
      })
  void a_problem_names_the_variable_and_the_line(String intro, String named) {
    assertThat(templates.problems(template(intro, HTML, TEXT)))
        .containsOnlyKeys("intro")
        .extractingByKey("intro")
        .asString()
        .contains(named);
  }

  @Test
  void every_broken_field_is_reported_at_once() {
    assertThat(
            templates.problems(
                template("$a", "<img src='https://x.example/y.png'>", "one\ntwo $b.c")))
        .containsOnlyKeys("intro", "htmlLayout", "textLayout")
        .hasEntrySatisfying("textLayout", problem -> assertThat(problem).contains("$b on line 2"));
  }

  @Test
  void what_only_some_orders_show_is_tried_too() {
    String picture =
        "#foreach($line in $order.lines)#if(!$line.picture.isEmpty())$line.pic#end#end";

    assertThat(templates.problems(template("x", picture, TEXT))).containsOnlyKeys("htmlLayout");
    assertThat(
            templates.problems(
                template("#if($customer.firstName.isEmpty())$nobody#end", HTML, TEXT)))
        .containsOnlyKeys("intro");
  }

  @Test
  void a_corrected_text_is_not_judged_by_its_predecessor() {
    assertThat(templates.problems(template("$wrong", HTML, TEXT))).isNotEmpty();
    assertThat(templates.problems(template("right", HTML, TEXT))).isEmpty();
  }

  @Test
  void what_was_typed_cannot_become_an_expression_of_the_hosts_page() {
    String nasty = "$x['} + ${T(java.lang.Runtime).getRuntime()} + __${7*7}__ #{y}']";

    assertThat(templates.problems(template(nasty, HTML, TEXT)).get("intro"))
        .isNotEmpty()
        .doesNotContain("{", "}", "__", "#", "*", "@");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href='javascript:alert(1)'>x</a>            | is not one of https, mailto or tel",
        "<img alt='' src='https://x.example/a' onerror='x'> | the attribute onerror",
        "<base href='https://x.example'>                | base",
        "<meta http-equiv='refresh' content='0'>        | meta http-equiv=",
        "<p title=$customer.firstName>x</p>             | put quotes around",
        "<img alt='' src='http://x.example/a.png'>      | is not loaded over https",
        "#if(1 == 2)<script>x</script>#end              | script",
      })
  void markup_that_runs_or_breaks_a_mail_is_refused_when_it_is_saved(String html, String named) {
    assertThat(templates.problems(template("x", html, TEXT)))
        .containsOnlyKeys("htmlLayout")
        .extractingByKey("htmlLayout")
        .asString()
        .contains(named);
  }

  @Test
  void a_layout_that_is_too_large_for_any_order_is_refused_and_one_for_long_orders_is_not() {
    String tooLarge = "x".repeat(102 * 1024);
    String largeForEachLine = "#foreach($line in $order.lines)" + "x".repeat(9000) + "#end";

    assertThat(templates.problems(template("x", tooLarge, TEXT))).containsOnlyKeys("htmlLayout");
    assertThat(templates.problems(template("x", largeForEachLine, TEXT))).isEmpty();
  }

  @Test
  void endless_work_is_refused_within_seconds_and_told_with_what_to_do() {
    String twoLongTexts =
        "#set($s = 'aaaaaaaaaaaaaaaaaaaa')#foreach($i in [1..12])#set($s = \"$s$s\")#end"
            + "#set($n = \"${s}b\")";
    String intro = twoLongTexts + "#foreach($i in [1..10])#if($s.contains($n))x#end#end";

    assertThat(templates.problems(template(intro, HTML, TEXT)))
        .containsOnlyKeys("intro")
        .extractingByKey("intro")
        .asString()
        .contains("too much work", "Show fewer things");
  }

  @Test
  void days_must_make_sense() {
    ConfirmationPrompt prompt = prompt();
    prompt.setShipDays(-1);
    prompt.setDeliveryDaysMax(null);

    assertThat(prompts.problems(prompt))
        .containsOnlyKeys("shipDays", "deliveryDaysMax")
        .containsEntry("shipDays", "PostPurchase_Problem_Days");

    prompt.setShipDays(0);
    prompt.setDeliveryDaysMin(5);
    prompt.setDeliveryDaysMax(4);

    assertThat(prompts.problems(prompt))
        .containsExactlyEntriesOf(Map.of("deliveryDaysMax", "PostPurchase_Problem_DaysOrder"));
  }

  @Test
  void a_heading_that_some_buyers_get_empty_is_refused() {
    ConfirmationPrompt prompt = prompt();
    prompt.setHeading("${customer.firstName}");

    assertThat(prompts.problems(prompt)).containsEntry("heading", "PostPurchase_Problem_Empty");
  }

  private static MessageTemplate template(String intro, String html, String text) {
    return new MessageTemplate(
        "thank-you",
        "en",
        3,
        true,
        null,
        new MessageTemplate.Texts("Thanks", "", "Thank you", intro, ""),
        html,
        text);
  }

  private static ConfirmationPrompt prompt() {
    ConfirmationPrompt prompt = new ConfirmationPromptImpl();
    prompt.setLocaleCode("de");
    prompt.setHeading("Danke");
    prompt.setMessage("Bis ${dates.shipsBy} im Versand.");
    prompt.setShipDays(1);
    prompt.setDeliveryDaysMin(2);
    prompt.setDeliveryDaysMax(4);
    return prompt;
  }
}
