package org.postpurchase.admin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Port;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.settings.SavedRule;
import org.postpurchase.broadleaf.settings.SavedRules;
import org.postpurchase.loyalty.EarningRule;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.EarningRuleTypes;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.loyalty.SimulateRules;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.order.OrderTotals;
import org.postpurchase.order.PlacedOrder;
import org.postpurchase.order.PlacedOrders;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Money;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TryingARuleTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final EarningRule SPEND = rule(1, EarningRuleTypes.SPEND, "EUR=1", 0);
  private static final EarningRule TRIPLE = rule(2, EarningRuleTypes.MULTIPLY, "", 300);
  private static final EarningRule BIRTHDAY = rule(3, EarningRuleTypes.EVENT, "", 0);

  private final PointsFixture fixture = new PointsFixture();
  private final Verifier clara =
      new Verifier("clara")
          .granting(
              org.postpurchase.broadleaf.entity.EarningRule.class, EntityOperationType.UPDATE);

  private TryRule as(Verifier user) {
    return as(user, orders());
  }

  private TryRule as(Verifier user, PlacedOrders placed) {
    ProgrammeReader programmes =
        Port.of(ProgrammeReader.class)
            .on("find", args -> fixture.programmes.find())
            .on("rules", args -> List.of(SPEND))
            .get();
    ShopRules saved = new ShopRules();
    SimulateRules simulate =
        new SimulateRules(
            programmes,
            placed,
            owners -> Map.of(),
            () -> ZoneOffset.UTC,
            fixture.clock,
            new SimulateRules.Bounds(100, Duration.ofMinutes(1)));
    return new TryRule(fixture.as(user), saved, simulate, fixture.audit);
  }

  /** The rules of the shop: spending is on, the others are off. */
  private static final class ShopRules implements SavedRules {
    @Override
    public List<SavedRule> all() {
      return List.of(
          new SavedRule(1, "Spending", true, SPEND),
          new SavedRule(2, "Triple", false, TRIPLE),
          new SavedRule(3, "Birthday", false, BIRTHDAY),
          new SavedRule(4, "Of a newer node", false, null));
    }

    @Override
    public Optional<SavedRule> find(long id) {
      return all().stream().filter(rule -> rule.id == id).findFirst();
    }
  }

  private static PlacedOrders orders() {
    return (from, until) -> {
      Iterator<PlacedOrder> walk =
          List.of(new PlacedOrder(order(2, 1_000), false), new PlacedOrder(order(1, 4_000), false))
              .iterator();
      return atMost -> walk.hasNext() ? List.of(walk.next()) : List.of();
    };
  }

  private static OrderSnapshot order(long id, long minor) {
    Money price = Money.ofMinor(minor, EUR);
    Money none = Money.zero(EUR);
    return new OrderSnapshot(
        id,
        "N" + id,
        OrderState.SUBMITTED,
        PointsFixture.NOW.minus(Duration.ofDays(10 - id)),
        new OrderSnapshot.Buyer(7, "ada@example.com", "", Locale.ROOT),
        List.of(
            new OrderLine(id, "", 1, price, "", "")
                .of(new OrderLine.Goods(1, Set.<Long>of(), true))),
        new OrderTotals(price, none, none, none, price));
  }

  private static EarningRule rule(int id, EarningRuleType type, String rates, int percent) {
    return EarningRule.of(
            type,
            RuleSettings.of("rates", rates)
                .and("percent", String.valueOf(percent))
                .and("eventCode", type == EarningRuleTypes.EVENT ? "BIRTHDAY" : ""))
        .key("rule:" + id, 1)
        .named(type.key())
        .build();
  }

  private static Optional<TryRule.Tried> run(TryRule trying, long rule, int days)
      throws SecurityServiceException {
    return trying
        .start(rule, days)
        .map(
            run -> {
              assertThat(run.isOverWithin(Duration.ofSeconds(60))).isTrue();
              return run.outcome().get();
            });
  }

  @Test
  void while_it_is_worked_out_whoever_began_it_sees_how_far_it_is_and_nobody_else()
      throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    TryRule trying = as(clara, slowly(looked, release));
    SimulationRun run = trying.start(2, 90).orElseThrow();
    assertThat(looked.await(60, TimeUnit.SECONDS)).as("the first order was looked at").isTrue();

    assertThat(run.isOver()).isFalse();
    assertThat(run.outcome()).isEmpty();
    SimulationRun.ProgressView view = run.view(ZoneOffset.UTC, Locale.ENGLISH);
    assertThat(view.orders).isEqualTo("1");
    assertThat(view.percent).isBetween(0, 99);
    assertThat(trying.find(run.id)).contains(run);
    assertThat(trying.find(run.id + 1)).isEmpty();

    SimulationRun later = trying.start(1, 30).orElseThrow();
    assertThat(trying.find(run.id)).as("replaced").isEmpty();
    assertThat(trying.find(later.id)).contains(later);
    release.countDown();
    assertThat(run.isOverWithin(Duration.ofSeconds(60))).isTrue();
    assertThat(run.outcome()).isPresent();
    trying.close();
  }

  /** Two orders, of which the second waits. */
  private static PlacedOrders slowly(CountDownLatch looked, CountDownLatch release) {
    return (from, until) -> {
      AtomicInteger pages = new AtomicInteger();
      return atMost -> {
        switch (pages.getAndIncrement()) {
          case 0:
            return List.of(new PlacedOrder(order(2, 1_000), false));
          case 1:
            looked.countDown();
            try {
              release.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return List.of(new PlacedOrder(order(1, 4_000), false));
          default:
            return List.of();
        }
      };
    };
  }

  @Test
  void a_rule_that_is_off_is_tried_on_real_orders_and_that_is_on_record() throws Exception {
    SimulationNote note =
        new SimulationNote(run(as(clara), 2, 90).orElseThrow(), ZoneOffset.UTC, Locale.ENGLISH);

    assertThat(note.isWithout()).isFalse();
    assertThat(note.getOrders()).isEqualTo("2");
    SimulatedPart part = note.getParts().get(0);
    assertThat(part.getNow()).isEqualTo("50");
    assertThat(part.getThen()).isEqualTo("150");
    assertThat(part.getDifference()).isEqualTo("+100");
    assertThat(part.getMoney()).isEqualTo("+€1.00");
    assertThat(part.getWeeks()).extracting(w -> w.getThenWidth()).containsExactly(100L);
    assertThat(part.getWeeks()).extracting(w -> w.getNowWidth()).containsExactly(33L);
    assertThat(part.getLargest()).extracting(row -> row.getOrder()).containsExactly("N1", "N2");
    assertThat(fixture.audit.rows)
        .containsExactly(
            "DONE clara | simulate EarningRule | EarningRule 2 | 90 days, 2 orders, EUR 50 -> 150");
    assertThat(fixture.views.holders(ListPage.newest(1)).rows).as("nothing is booked").isEmpty();
  }

  @Test
  void a_rule_that_is_on_is_taken_away() throws Exception {
    SimulationNote note =
        new SimulationNote(run(as(clara), 1, 90).orElseThrow(), ZoneOffset.UTC, Locale.GERMANY);

    assertThat(note.isWithout()).isTrue();
    assertThat(note.getParts().get(0).getThen()).isEqualTo("0");
    assertThat(note.getParts().get(0).getDifference()).isEqualTo("\u221250");
    assertThat(note.getParts().get(0).getMoney()).isEqualTo("\u22120,50\u00a0€");
  }

  @Test
  void only_rules_for_orders_can_be_tried() throws Exception {
    assertThat(as(clara).rules()).extracting(rule -> rule.id).containsExactly(1L, 2L);
    assertThat(run(as(clara), 3, 90)).isEmpty();
    assertThat(run(as(clara), 4, 90)).isEmpty();
    assertThat(run(as(clara), 99, 90)).isEmpty();
    assertThat(fixture.audit.rows).isEmpty();
  }

  @Test
  void whoever_may_only_look_at_rules_is_refused_on_record() {
    Verifier sam =
        new Verifier("sam")
            .granting(
                org.postpurchase.broadleaf.entity.EarningRule.class, EntityOperationType.FETCH);

    assertThat(as(sam).isAllowed()).isFalse();
    assertThatThrownBy(() -> run(as(sam), 2, 90)).isInstanceOf(SecurityServiceException.class);
    assertThat(fixture.audit.rows)
        .singleElement()
        .asString()
        .startsWith("REFUSED sam | simulate EarningRule | EarningRule 2");
  }
}
