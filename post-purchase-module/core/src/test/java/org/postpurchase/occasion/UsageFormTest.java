package org.postpurchase.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.order.LineQuantity;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderState;
import org.postpurchase.testkit.OrderFixture;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/** A buyer of shoes says how many kilometres a week they are worn. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsageFormTest extends OccasionFixture {
  private static final long LINE = 10;
  private LinkSigner signer;
  private UsageForm form;

  @BeforeEach
  void order_shoes() {
    signer = new LinkSigner(new byte[32], world.clock);
    form =
        new UsageForm(
            () -> SeriesNode.SHOP,
            signer,
            line -> line == LINE ? OptionalLong.of(1) : OptionalLong.empty(),
            world.orders,
            new UsageForm.Ground(
                new UsageRates(rows, world.database.transactions, world.clock),
                rows,
                world.database.transactions));
    shoes("500 km");
  }

  private OrderFixture shoes(String usage) {
    OrderFixture order =
        OrderFixture.order(1)
            .line(LINE, 1, "Runner")
            .of(new OrderLine.Goods(7, Set.of(), true))
            .care(new OrderLine.Care(true, "", "").every(usage))
            .submittedAt(world.clock.instant());
    world.orders.with(order);
    return order;
  }

  private String link() {
    return form.of(world.orders.find(1).get().lines.get(0));
  }

  private String token() {
    return link().substring(link().lastIndexOf('/') + 1);
  }

  private List<DueOccasion> due() {
    return world.database.transactions.call(
        () -> rows.due(world.clock.instant().plus(Duration.ofDays(4_000)), null, 10));
  }

  @Test
  void what_is_typed_counts_from_then_on_and_is_shown_the_next_time() {
    assertThat(link()).startsWith("https://shop.example/post-purchase/usage/");
    UsageForm.Asked asked = form.open(token()).orElseThrow();
    assertThat(asked.product).isEqualTo("Runner");
    assertThat(asked.every).isEqualTo(500);
    assertThat(asked.unit).isEqualTo("km");
    assertThat(asked.perWeek).as("nothing was said").isZero();
    assertThat(due()).as("looking changes nothing").isEmpty();

    assertThat(form.save(token(), " 24,7 ")).isEqualTo(UsageForm.Answer.SAVED);
    assertThat(form.open(token()).get().perWeek).isEqualTo(25);
    assertThat(due())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.dueAt).isEqualTo(world.clock.instant().plus(Duration.ofDays(140)));
              assertThat(row.person.contact).isEqualTo("ada@example.com");
            });
    assertThat(form.save(token(), "0")).isEqualTo(UsageForm.Answer.STOPPED);
    assertThat(due()).isEmpty();
    assertThat(form.open(token()).get().perWeek).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "many", "1e3", "1.2.3", "99999999999999999999", "5 km", "5'--"})
  void what_is_no_number_is_refused(String typed) {
    form.save(token(), "25");
    assertThat(form.save(token(), typed)).isEqualTo(UsageForm.Answer.NO_NUMBER);
    assertThat(form.open(token()).get().perWeek).as("what was said before stays").isEqualTo(25);
  }

  @ParameterizedTest
  @CsvSource({"500 km, 9999", "900000 km, 1"})
  void daily_mail_and_mail_in_ten_years_are_refused(String usage, String typed) {
    shoes(usage);
    assertThat(form.save(token(), typed)).isEqualTo(UsageForm.Answer.OUT_OF_RANGE);
    assertThat(due()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "km", "500", "500|km", "5000000000 km", "often"})
  void a_product_that_says_nothing_sensible_has_no_link(String usage) {
    shoes(usage);
    assertThat(link()).isEmpty();
    assertThat(form.save(signer.seal(LinkPurpose.USAGE, "10"), "25"))
        .isEqualTo(UsageForm.Answer.GONE);
  }

  @Test
  void changed_old_and_foreign_links_are_no_good() {
    String token = token();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(form.open(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
    }
    assertThat(form.open("")).isEmpty();
    assertThat(form.open(signer.seal(LinkPurpose.BASKET, "10"))).as("of a basket").isEmpty();
    assertThat(form.open(signer.seal(LinkPurpose.USAGE, "11"))).as("another line").isEmpty();
    world.orders.with(shoes("500 km").state(OrderState.CANCELLED));
    assertThat(form.open(token)).as("cancelled").isEmpty();
    shoes("500 km");
    world.clock.advance(Duration.ofDays(366));
    assertThat(form.open(token)).as("after a year").isEmpty();
    assertThat(due()).isEmpty();
  }

  @Test
  void an_account_and_a_guest_of_the_same_product_have_a_row_each() {
    form.save(token(), "25");
    world.orders.with(shoes("500 km").registered().customer(ADA));
    assertThat(form.open(token()).get().perWeek).isZero();
    form.save(token(), "50");
    assertThat(due()).hasSize(2);
  }

  @Test
  void what_is_sent_back_is_used_no_more() {
    UsageOccasion usage = new UsageOccasion(this, purchases());
    form.save(token(), "125");
    DueOccasion row = due().get(0);
    assertThat(usage.look(List.of(row), row.dueAt).get(0).moment).isPresent();
    world.takeBack(1, LineQuantity.of(LINE, 1));
    Occasion.Outcome after = usage.look(List.of(row), row.dueAt).get(0);
    assertThat(after.moment).isEmpty();
    assertThat(after.next).isNull();
  }
}
