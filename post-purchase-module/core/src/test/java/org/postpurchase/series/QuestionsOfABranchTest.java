package org.postpurchase.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.testkit.OrderFixture.order;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postpurchase.ask.AskObjection;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.OutgoingMessage;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.person.PersonRef;
import org.postpurchase.reward.Redeemer;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.shared.Purpose;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.KnownMembers;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesWorld;

/**
 * Each question that a branch can ask, with Ada, for whom the answer is yes, and Bo, for whom it is
 * no, both moved by orders and the clock: two mails go to each, and the way stays what it was.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionsOfABranchTest {
  private static final long ADA = 77;
  private static final long BO = 78;
  private static final String ADAS = "ada@example.com";
  private static final String BOS = "bo@example.com";
  private static final Pattern MARK = Pattern.compile("pp_click=([A-Za-z0-9._-]+)");
  private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

  /** What the branch asks, and what happens between the mail and the branch. */
  private record Scenario(Step branch, Consumed between) {}

  private interface Consumed {
    void happen(QuestionsOfABranchTest shop);
  }

  static {
    asks(ConditionType.STEP_SENT, shop -> {});
    asks(ConditionType.STEP_NOT_SENT, shop -> {});
    asks(ConditionType.CLICKED, shop -> shop.click(ADAS));
    asks(ConditionType.NOT_CLICKED, shop -> shop.click(BOS));
    asks(ConditionType.CODE_USED, shop -> shop.useCode(1, ADAS));
    asks(ConditionType.REWARD_UNUSED, shop -> shop.useCode(2, BOS));
    awaits(ConditionType.HAPPENED, shop -> shop.reachTier(ADA));
    awaits(ConditionType.NOT_HAPPENED, shop -> shop.reachTier(BO));
    asks(ConditionType.REVIEW_OPEN, shop -> {});
    orders("goods", new OrderFilter.Builder().goods("7", ""));
    orders("amounts", new OrderFilter.Builder().amounts("50.00 EUR"));
    orders("countries", new OrderFilter.Builder().countries("FR"));
    orders("number", new OrderFilter.Builder().number(1));
    SCENARIOS.put("segment", new Scenario(branch().segment("vip").build(), shop -> {}));
  }

  private static void asks(ConditionType question, Consumed between) {
    String other = question.namesStep() ? "mail" : "";
    SCENARIOS.put(question.name(), new Scenario(branch().onlyIf(question, other).build(), between));
  }

  private static void awaits(ConditionType question, Consumed between) {
    Waiting tier = new Waiting(TierTrigger.REACHED, 4, false);
    Step.Builder branch = new Step.Builder("way").at(2, "way").kind(StepKind.BRANCH).awaits(tier);
    SCENARIOS.put(question.name(), new Scenario(branch.onlyIf(question, "").build(), between));
  }

  private static void orders(String field, OrderFilter.Builder filter) {
    SCENARIOS.put(field, new Scenario(branch().only(filter.build()).build(), shop -> {}));
  }

  private static Step.Builder branch() {
    return new Step.Builder("way").at(2, "way").delay(Anchor.SUBMITTED, 4, 0).kind(StepKind.BRANCH);
  }

  private final SeriesWorld world = open();

  private SeriesWorld open() {
    KnownMembers members = new KnownMembers().with(ADA, ADAS).with(BO, BOS);
    members.measured = true;
    members.asks = new NothingLeftToAskBo();
    members.segments =
        (key, people) ->
            people.stream()
                .filter(person -> key.equals("vip") && person.equals(PersonRef.ofMailbox(ADAS)))
                .collect(Collectors.toSet());
    return new SeriesWorld(database(), members).fresh();
  }

  static Stream<String> questions() {
    return SCENARIOS.keySet().stream();
  }

  CoreDatabase database() {
    return Databases.hsqldb();
  }

  @Test
  void no_question_is_left_out() {
    Set<String> all = new TreeSet<>();
    for (ConditionType type : ConditionType.values()) {
      if (type != ConditionType.ALWAYS && !type.isOfBranch()) {
        all.add(type.name());
      }
    }
    Arrays.stream(OrderFilter.Builder.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == OrderFilter.Builder.class)
        .map(Method::getName)
        .forEach(all::add);
    all.add("segment");
    assertThat(SCENARIOS.keySet()).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void ada_takes_the_way_yes_and_bo_the_way_no(String question) {
    Scenario scenario = SCENARIOS.get(question);
    boolean mailsBo = !question.equals(ConditionType.STEP_SENT.name());
    boolean mailsAda = !question.equals(ConditionType.STEP_NOT_SENT.name());
    world.node.clicks.switchTo(true);
    world.templates.with(linking()).with("yes", "Yes", "Yes").with("no", "No", "No");
    world.activate(1, series(scenario.branch));
    world.submit(order(8).line(81, 1).customer(BO).email(BOS).to("DE"), false);
    world.pass(Duration.ofDays(30)); // Bo has ordered before
    world.submit(adas(), mailsAda);
    world.submit(bos(), mailsBo);
    world.pass(Duration.ofDays(2));
    scenario.between.happen(this);
    world.pass(Duration.ofDays(9));

    assertThat(ways(1)).containsExactly("way BRANCH_YES", "no BRANCH_NOT_TAKEN", "yes DUE");
    assertThat(ways(2)).containsExactly("way BRANCH_NO", "yes BRANCH_NOT_TAKEN", "no DUE");
  }

  private List<String> ways(long orderId) {
    return world.decisions(orderId).stream()
        .filter(decision -> !decision.touch.equals("mail"))
        .map(decision -> decision.touch + " " + decision.reason)
        .collect(Collectors.toList());
  }

  private static OrderFixture adas() {
    return order(1)
        .priced(11, 1, 9_000)
        .of(new OrderLine.Goods(7, Set.of(), true))
        .customer(ADA)
        .email(ADAS)
        .to("FR");
  }

  private static OrderFixture bos() {
    return order(2)
        .priced(21, 1, 1_000)
        .of(new OrderLine.Goods(8, Set.of(), true))
        .customer(BO)
        .email(BOS)
        .to("DE");
  }

  private static SeriesDefinition series(Step branch) {
    Step mail =
        new Step.Builder("mail")
            .at(1, "mail")
            .delay(Anchor.SUBMITTED, 1, 0)
            .reward(SeriesWorld.OFFER, 30)
            .sends(Purpose.MARKETING, "EMAIL", "mail")
            .build();
    return new SeriesDefinition(
        "A series",
        OrderTriggers.ANY_ORDER,
        ReEntry.EACH_ORDER,
        1,
        Set.of(),
        List.of(
            mail, branch, on("yes", ConditionType.BRANCH_YES), on("no", ConditionType.BRANCH_NO)));
  }

  private static Step on(String key, ConditionType side) {
    return new Step.Builder(key)
        .at(side == ConditionType.BRANCH_YES ? 3 : 4, key)
        .delay(Anchor.BRANCH, 1, 0)
        .onlyIf(side, "way")
        .sends(Purpose.TRANSACTIONAL, "EMAIL", key)
        .build();
  }

  private static MessageTemplate linking() {
    return new MessageTemplate(
        "mail",
        "en",
        1,
        true,
        null,
        new MessageTemplate.Texts("Mail", "", "Hello", "Look", ""),
        "<p>${reward.code} <a href=\"https://shop.example/tea\">tea</a>"
            + " <a href=\"${links.unsubscribe}\">stop</a></p>",
        "${reward.code} ${links.unsubscribe}");
  }

  private void click(String address) {
    OutgoingMessage mail =
        world.mails.taken.stream()
            .filter(taken -> taken.recipient.equals(address))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    Matcher mark = MARK.matcher(mail.content.html);
    assertThat(mark.find()).isTrue();
    world.node.recordClick.record(mark.group(1));
  }

  private void useCode(long orderId, String address) {
    long run =
        world.database.enrollments().list(null, address, 9, 0).stream()
            .filter(each -> each.orderId == orderId)
            .findFirst()
            .orElseThrow()
            .id;
    RewardCode code = world.database.rewardCodes().newestOf(run).orElseThrow();
    assertThat(world.redeem.reserve(List.of(code.code), new Redeemer(50, address, 0))).isEmpty();
    world.submit(order(50).line(501, 1).email(address), false);
  }

  private void reachTier(long customer) {
    Moment moment =
        Moment.ofCustomer(TierTrigger.REACHED, customer)
            .values(MomentValues.none().text("tier", "Gold"))
            .happened("once", world.clock.instant());
    world.database.transactions.run(() -> world.engine.moments().report(moment));
    world.run();
  }

  /** A shop with reviews in which Bo has reviewed everything. */
  private static final class NothingLeftToAskBo implements OrderAsks {
    @Override
    public Optional<AskObjection> objection(
        OrderSnapshot order, String contact, String stepKey, Instant now) {
      return contact.equals(BOS)
          ? Optional.of(AskObjection.never(AskObjection.Reason.NOTHING_TO_ASK, ""))
          : Optional.empty();
    }

    @Override
    public boolean isMarketing(OrderSnapshot order) {
      return false;
    }

    @Override
    public void record(OrderSnapshot order, String contact, String stepKey, Instant now) {}

    @Override
    public ShownAsk shown(
        OrderSnapshot order, String contact, String stepKey, Locale locale, Instant now) {
      return ShownAsk.NONE;
    }
  }
}
