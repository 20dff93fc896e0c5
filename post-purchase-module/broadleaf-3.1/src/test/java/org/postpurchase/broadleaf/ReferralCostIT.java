package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.core.order.domain.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.offer.CodeProblemTexts;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.ReferralDesk;
import org.postpurchase.broadleaf.testkit.RewardDesk;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.broadleaf.testkit.WatchedDataSource;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.ReferralState;
import org.postpurchase.referral.ShowReferrals;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;

/** What referrals add to a checkout and to the page that friends come to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralCostIT {
  private static Shopper shopper;
  private static ReferralDesk desk;
  private static Advocate ada;

  @BeforeAll
  static void open() {
    shopper = new Shopper(HostContext.get());
    shopper.newSku(); // the currency of the carts
    desk = new ReferralDesk(HostContext.get());
    desk.open(new RewardDesk(HostContext.get()).tenPercent(), "20");
    ada = desk.advocate("ada@referral.example");
  }

  @AfterAll
  static void close() {
    if (desk != null) { // nothing was opened where there is no such database
      desk.close();
    }
  }

  private static List<String> ours(WatchedDataSource watch) {
    return watch.statements().stream()
        .filter(
            sql ->
                sql.contains("PP_REFERRAL")
                    || sql.contains("PP_ADVOCATE")
                    || sql.contains("PP_PERSON"))
        .toList();
  }

  @Test
  void a_checkout_without_a_friends_code_has_no_statement_of_ours_and_one_with_it_has_one()
      throws Exception {
    WatchedDataSource watch = HostContext.watch();
    Order plain = shopper.readyCart("plain@referral.example");
    watch.reset();
    shopper.checkOut(plain);
    assertThat(ours(watch)).isEmpty();

    Order cart = shopper.cartWithCode("bob@referral.example", ada.code);
    assertThat(cart.getTotal().getAmount()).isEqualByComparingTo("23.22");
    watch.reset();
    shopper.checkOut(cart);
    List<String> ours = ours(watch);
    assertThat(ours).as("%s", ours).hasSizeLessThanOrEqualTo(1);
    assertThat(
            HostContext.plugin()
                .getTransactions()
                .call(
                    () ->
                        HostContext.plugin()
                            .getReferral()
                            .store
                            .lockOfOrder(cart.getId())
                            .orElseThrow())
                .state)
        .isIn(ReferralState.CLAIMED, ReferralState.QUALIFYING);
  }

  @Test
  void the_page_that_friends_come_to_needs_three_statements() {
    ShowReferrals show = HostContext.plugin().getReferral().show;
    assertThat(show.invitation(ada.code)).isPresent();
    WatchedDataSource watch = HostContext.watch();
    watch.reset();
    assertThat(show.invitation(ada.code)).isPresent();
    List<String> all = watch.statements();
    assertThat(all).as("%s", all).hasSizeLessThanOrEqualTo(3);
    watch.reset();
    assertThat(show.invitation("AAAA2222")).isEmpty();
    assertThat(watch.statements()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void the_same_mailbox_gets_no_second_discount_and_is_no_second_friend() throws Exception {
    shopper.checkOut(shopper.cartWithCode("carl@gmail.com", ada.code));
    Order again = shopper.cartWithCode("c.arl+2@googlemail.com", ada.code);
    assertThat(again.getTotal().getAmount())
        .as("while pricing already")
        .isEqualByComparingTo("25.80");
    shopper.checkOut(again);
    assertThat(shopper.codesOf(again)).as("it goes on without").isEmpty();
    assertThat(HostContext.plugin().getReferral().store.ofAdvocate(ada.id, 50))
        .noneMatch(referral -> referral.orderId == again.getId());
  }

  @Test
  void the_minimum_is_said_with_its_currency_in_the_language_of_the_reader() {
    CodeProblemTexts texts = HostContext.get().getBean(CodeProblemTexts.class);
    CodeProblem small = new CodeProblem("ABCD-2345", CodeVerdict.BELOW_MINIMUM, "20.00000 EUR");
    assertThat(texts.of(small, Locale.UK)).contains("\u20ac20.00");
    assertThat(texts.of(small, Locale.GERMANY)).contains("20,00\u00a0\u20ac");
  }
}
