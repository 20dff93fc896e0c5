package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Earning points with one order and getting a reward for the next one, over plain HTTP. */
abstract class RewardScenarios extends SpendingScenarios {
  private static final String PAGE = "/account/points";
  private static final String BUTTON = "/account/post-purchase/rewards";
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{5}(-[A-Z2-9]{5}){2}");

  RewardScenarios(URI shop, DataSource settings) {
    super(shop, settings);
  }

  @BeforeEach
  void two_rewards() throws SQLException {
    sql(
        "update PP_LOYALTY_REWARD set COST_POINTS = 500, STOCK = null, PER_CUSTOMER = null,"
            + " TIER_KEY = null where PRESET_KEY = 'discount'",
        "update PP_LOYALTY_REWARD set COST_POINTS = 5000 where PRESET_KEY = 'limited'");
  }

  @Test
  void points_become_a_code_and_the_code_a_cheaper_order() throws SQLException {
    earns("reward@example.com");
    String page = shopper.get(PAGE).body();
    assertThat(page)
        .contains(
            "Rewards for your points",
            "3 € off",
            "Get it for 500 points",
            "You need 3,040 more points")
        .contains("A code that you do not use in time is lost");

    HttpResponse<String> answer = press(Map.of());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("?got=");
    String after = shopper.get(answer.headers().firstValue("Location").orElseThrow()).body();
    assertThat(after).contains("This is your code", "1,460 points", "Reward: 3 € off");
    String code = codeOn(after);

    shopper.addToBasket("/coffee/harbour-espresso", 101, 2);
    assertThat(shopper.enterCode(code).body()).contains(code).contains("16.60");
    shopper.checkout("reward@example.com");
    assertThat(shopper.get(PAGE).body()).contains(code).containsPattern("used|being placed");
  }

  @Test
  void the_same_press_again_brings_the_same_code_and_costs_nothing() throws SQLException {
    earns("twice@example.com");
    Map<String, String> same = Map.of("token", "the-same-press");

    String first = follow(press(same));
    String second = follow(press(same));

    assertThat(codeOn(second)).isEqualTo(codeOn(first));
    assertThat(second).contains("1,460 points");
  }

  @Test
  void a_reward_that_changed_or_is_gone_costs_nothing_and_the_page_says_why() throws SQLException {
    earns("late@example.com");
    assertThat(follow(press(Map.of("version", "99")))).contains("The rewards have changed");
    assertThat(follow(press(Map.of("reward", "reward:999999")))).contains("not on offer any more");
    assertThat(follow(press(Map.of("token", "?")))).contains("The rewards have changed");
    sql(
        "update PP_LOYALTY_REWARD set STOCK = 1 where PRESET_KEY = 'discount'",
        "update PP_REWARD_STOCK set TAKEN = 1",
        "insert into PP_REWARD_STOCK (REWARD_KEY, TAKEN, CHANGED_AT)"
            + " select 'reward:' || REWARD_ID, 1, current_timestamp from PP_LOYALTY_REWARD"
            + " where PRESET_KEY = 'discount' and not exists"
            + " (select 1 from PP_REWARD_STOCK s where s.REWARD_KEY = 'reward:' || REWARD_ID)");

    String anyForm = "/coffee/harbour-espresso";
    String page = follow(shopper.submit(anyForm, BUTTON, form(Map.of())));

    assertThat(page)
        .contains("Somebody was faster", "All gone", "1,960 points")
        .doesNotContain("<code>");
  }

  @Test
  void looking_buys_nothing_nobody_elses_page_presses_and_strangers_see_no_code()
      throws SQLException {
    earns("careful-reward@example.com");
    Map<String, String> form = form(Map.of("token", "press-of-mine-1"));

    String query = "?reward=" + form.get("reward") + "&version=1&token=press-of-mine-1";
    assertThat(shopper.get(BUTTON + query).body()).contains("1,960 points");
    assertThat(shopper.post(BUTTON, form).statusCode()).isNotEqualTo(302);
    assertThat(shopper.get(PAGE).body()).contains("1,960 points");
    String code = codeOn(follow(press(Map.of("token", "press-of-mine-1"))));

    ShopDriver other = new ShopDriver(shop);
    assertThat(other.post(BUTTON, form).statusCode()).isNotEqualTo(200);
    other.register("other-reward@example.com", "secret12");
    assertThat(other.get(PAGE + "?got=press-of-mine-1").body())
        .doesNotContain(code, "This is your code");
    other.addToBasket("/coffee/harbour-espresso", 101, 2);
    assertThat(other.enterCode(code).body()).contains("19.60").doesNotContain("16.60");
  }

  @Test
  void visitors_read_who_can_have_a_reward_and_nothing_of_one_that_nobody_can()
      throws SQLException {
    ShopDriver visitor = new ShopDriver(shop);
    assertThat(visitor.get("/rewards").body()).contains("3 € off", "500 points");

    sql(
        "update PP_LOYALTY_REWARD set TIER_KEY = (select cast(TIER_ID as varchar(20)) from"
            + " PP_LOYALTY_TIER where NAME = 'Silver') where PRESET_KEY = 'discount'");
    assertThat(visitor.get("/rewards").body()).contains("3 € off", "For members from Silver on");

    sql("update PP_LOYALTY_REWARD set TIER_KEY = '4711' where PRESET_KEY = 'discount'");
    assertThat(visitor.get("/rewards").body())
        .contains("Free delivery")
        .doesNotContain("3 € off", "For members");
  }

  private HttpResponse<String> press(Map<String, String> changed) throws SQLException {
    return shopper.submit(PAGE, BUTTON, form(changed));
  }

  private Map<String, String> form(Map<String, String> changed) throws SQLException {
    Map<String, String> form = new HashMap<>();
    form.put("reward", "reward:" + discount());
    form.put("version", "1");
    form.put("token", java.util.UUID.randomUUID().toString());
    form.putAll(changed);
    return form;
  }

  private String follow(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return shopper.get(answer.headers().firstValue("Location").orElseThrow()).body();
  }

  private static String codeOn(String page) {
    Matcher code = CODE.matcher(page.substring(page.indexOf("This is your code")));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private long discount() throws SQLException {
    return number("select REWARD_ID from PP_LOYALTY_REWARD where PRESET_KEY = 'discount'");
  }
}
