package org.postpurchase.restraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Databases;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** A tick counts once whoever reads the mailbox has said so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OptInChecksTest {
  private static final String ADA = "ada@example.com";

  private final CoreDatabase database = Databases.hsqldb();
  private final SettableClock clock = new SettableClock();
  private final OptInStore store = RestraintJdbcModule.optIns(database.jdbc, database.inserts);
  private final LinkSigner signer = new LinkSigner(new byte[32], clock);
  private Consents consents;
  private OptInChecks checks;

  @BeforeEach
  void open() {
    for (String table :
        new String[] {
          "PP_OPT_IN_CHECK",
          "PP_OPT_IN_RULE",
          "PP_CONSENT",
          "PP_SUPPRESSION",
          "PP_CHECKOUT_ANSWER",
          "PP_MESSAGE"
        }) {
      database.jdbc.update("delete from " + table);
    }
    consents = new Consents(database.consents(), database.transactions, clock);
    OptInChecks.Links links = new OptInChecks.Links(() -> SeriesNode.SHOP, signer);
    checks =
        new OptInChecks(
            store,
            new OptInMessages(
                database.messages(), store, links, () -> "EMAIL", () -> SeriesNode.SHOP),
            () -> consents,
            links,
            database.transactions,
            clock);
    consents.with(checks);
    database.transactions.run(() -> checks.switchTo(true));
  }

  @Test
  void a_tick_counts_only_after_the_button_and_the_proof_holds_everything() {
    tick(1, ADA);
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.NO_CONSENT);
    assertThat(messages()).isEqualTo(1);
    String token = token(1);
    checks.read(token); // a scanner
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.NO_CONSENT);

    clock.advance(Duration.ofHours(3));
    assertThat(checks.confirm(checks.read(token).orElseThrow(), "203.0.113.77")).isTrue();

    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
    assertThat(consents.basis(ADA).orElseThrow().basis).isEqualTo(Consents.DOUBLE_OPT_IN);
    OptInCheck proof = checks.of("Ada@Example.com").get(0);
    assertThat(proof.textShown).isEqualTo("Yes, write to me");
    assertThat(proof.tickedAt).isEqualTo(SettableClock.START);
    assertThat(proof.confirmedAt()).contains(SettableClock.START.plus(Duration.ofHours(3)));
    assertThat(proof.confirmedFrom).isEqualTo("203.0.113.0");
  }

  @Test
  void a_used_link_says_that_it_is_confirmed_and_changes_nothing_more() {
    tick(1, ADA);
    OptInCheck check = checks.read(token(1)).orElseThrow();
    checks.confirm(check, "2001:db8:85a3::8a2e:370:7334");
    clock.advance(Duration.ofDays(1));
    consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "");
    assertThat(checks.read(token(1)).orElseThrow().confirmedAt()).contains(SettableClock.START);
    assertThat(checks.of(ADA).get(0).confirmedFrom).isEqualTo("2001:db8:85a3::");
  }

  @Test
  void a_mailbox_is_asked_once_in_thirty_days_and_one_that_has_said_yes_not_again() {
    tick(1, ADA);
    tick(2, ADA);
    placed(1, ADA); // told again
    assertThat(messages()).isEqualTo(1);
    clock.advance(Duration.ofDays(31));
    tick(3, ADA);
    assertThat(messages()).isEqualTo(2);
    checks.confirm(checks.of(ADA).get(0), "");
    clock.advance(Duration.ofDays(31));
    tick(4, ADA);
    assertThat(messages()).isEqualTo(2);
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
  }

  @Test
  void a_tick_lifts_no_suppression_and_nobody_is_asked() {
    consents.unsubscribe(ADA, ConsentSource.ONE_CLICK, "", "");
    tick(1, ADA);
    assertThat(messages()).isZero();
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
  }

  @Test
  void a_tick_counts_at_once_where_it_need_not_be_confirmed() {
    database.transactions.run(() -> checks.switchTo(false));
    tick(1, ADA);
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
    assertThat(messages()).isZero();
  }

  @Test
  void a_link_of_another_purpose_or_too_old_confirms_nothing() {
    tick(1, ADA);
    String token = token(1);
    assertThatThrownBy(() -> checks.read(token + "x")).isInstanceOf(LinkRefusedException.class);
    clock.advance(Duration.ofDays(9));
    assertThatThrownBy(() -> checks.read(token)).isInstanceOf(LinkRefusedException.class);
  }

  @Test
  void only_the_network_of_an_address_is_kept() {
    assertThat(OptInChecks.network("10.1.2.3")).isEqualTo("10.1.2.0");
    assertThat(OptInChecks.network("::1")).isEqualTo(":");
    assertThat(OptInChecks.network("<script>")).isEmpty();
    assertThat(OptInChecks.network(null)).isEmpty();
  }

  @Test
  void the_mail_has_words_in_both_languages_and_no_advertising() {
    OptInMessages.Templates templates = new OptInMessages.Templates(null);
    assertThat(
            templates.findActive(OptInMessages.TOUCH, Locale.GERMANY).orElseThrow().texts.subject)
        .startsWith("Bitte");
    assertThat(templates.findActive(OptInMessages.TOUCH, Locale.FRANCE).orElseThrow().texts.subject)
        .startsWith("Please");
  }

  private void tick(long order, String contact) {
    consents.answered(order, true, "Yes, write to me", "en");
    placed(order, contact);
  }

  private void placed(long order, String contact) {
    consents.placed(order, contact);
  }

  private String token(long order) {
    long id =
        database.jdbc.queryForObject(
            "select CHECK_ID from PP_OPT_IN_CHECK where ORDER_ID = ?", Long.class, order);
    return signer.token(org.postpurchase.tracking.LinkPurpose.CONFIRM, id);
  }

  private int messages() {
    return database.count("PP_MESSAGE where TOUCH = 'opt-in-check'");
  }
}
