package org.postpurchase.admin.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.AdjustmentRequest;
import org.postpurchase.ledger.FourEyes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdjustingPointsTest {
  private static final long LIMIT = 1000;

  private final PointsFixture fixture = new PointsFixture();
  private final AdjustAccount clara = adjust(permitted("clara"));
  private final DecideRequest second = decide(permitted("paul"));
  private final long account = fixture.account(7);

  @Test
  void points_are_given_with_name_reason_batch_and_last_day() throws Exception {
    Outcome outcome =
        clara.apply(account, form("500", "GOODWILL", "march", "2026-12-31", token(1)));

    assertThat(outcome.messageKey).isEqualTo("PostPurchase_Flash_Adjusted");
    assertThat(fixture.usable(account)).isEqualTo(500);
    assertThat(fixture.views.lots(account, 9).get(0).expiresAt())
        .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(fixture.views.history(account, 9, 0))
        .singleElement()
        .matches(p -> p.actor.equals("clara") && p.reasonCode.equals("GOODWILL"))
        .matches(p -> p.batchId.equals("march"));
    assertThat(fixture.audit.rows)
        .containsExactly(
            "DONE clara | adjust points | account "
                + account
                + " | +500 GOODWILL batch=march until=2026-12-31");
  }

  @Test
  void the_same_page_sent_twice_books_once() throws Exception {
    Outcome first = clara.apply(account, form("500", "GOODWILL", "", "", token(1)));
    Outcome again = clara.apply(account, form("500", "GOODWILL", "", "", token(1)));

    assertThat(first.good && again.good).isTrue();
    assertThat(again.messageKey).isEqualTo("PostPurchase_Flash_AdjustedBefore");
    assertThat(fixture.usable(account)).isEqualTo(500);
    assertThat(fixture.audit.rows).hasSize(1);
  }

  @Test
  void the_same_page_with_other_points_is_a_conflict_and_another_account_is_none()
      throws Exception {
    clara.apply(account, form("500", "GOODWILL", "", "", token(1)));

    assertThat(clara.apply(account, form("600", "GOODWILL", "", "", token(1))).messageKey)
        .isEqualTo("PostPurchase_Refusal_KEY_CONFLICT");
    long other = fixture.account(8);
    clara.apply(other, form("500", "GOODWILL", "", "", token(1)));
    assertThat(fixture.usable(account)).isEqualTo(500);
    assertThat(fixture.usable(other)).isEqualTo(500);
  }

  @Test
  void what_is_not_there_cannot_be_taken_and_a_frozen_account_does_not_move() throws Exception {
    clara.apply(account, form("100", "GOODWILL", "", "", token(1)));

    assertThat(clara.apply(account, form("-101", "FRAUD", "", "", token(2))).messageKey)
        .isEqualTo("PostPurchase_Refusal_INSUFFICIENT");
    fixture.ledger.freeze(account);
    assertThat(clara.apply(account, form("-1", "FRAUD", "", "", token(3))).messageKey)
        .isEqualTo("PostPurchase_Refusal_FROZEN");
    assertThat(clara.apply(999, form("1", "IMPORT", "", "", token(4))).messageKey)
        .isEqualTo("PostPurchase_Refusal_UNKNOWN_ACCOUNT");

    assertThat(fixture.usable(account)).isEqualTo(100);
    assertThat(fixture.audit.rows)
        .contains(
            "REFUSED clara | adjust points | account " + account + " | -101 FRAUD: INSUFFICIENT",
            "REFUSED clara | adjust points | account " + account + " | -1 FRAUD: FROZEN");
  }

  @ParameterizedTest
  @CsvSource({
    "'', GOODWILL, '', '', points",
    "0, GOODWILL, '', '', points",
    "1.5, GOODWILL, '', '', points",
    "9999999999, GOODWILL, '', '', points",
    "5, BECAUSE, '', '', reason",
    "5, GOODWILL, a b, '', batch",
    "5, GOODWILL, '', soon, expires",
    "5, GOODWILL, '', 2026-02-30, expires",
    "5, GOODWILL, '', 2026-03-01, expires",
    "-5, GOODWILL, '', 2027-03-01, expires"
  })
  void what_cannot_be_is_told_at_its_field(
      String points, String reason, String batch, String expires, String field) throws Exception {
    Adjustment form = form(points, reason, batch, expires, token(1));

    assertThat(clara.apply(account, form).good).isFalse();

    assertThat(form.problems()).containsOnlyKeys(field);
    assertThat(form.typed()).containsEntry("points", points).containsEntry("expires", expires);
    assertThat(fixture.views.history(account, 9, 0)).isEmpty();
  }

  @Test
  void today_is_a_last_day_and_a_page_without_token_is_too_old() throws Exception {
    assertThat(form("5", "GOODWILL", "", "2026-03-02", token(1)).problems()).isEmpty();
    assertThat(form("5", "GOODWILL", "", "", "").problems()).containsOnlyKeys("points");
  }

  @Test
  void looking_is_not_moving_and_the_attempt_is_on_record() {
    Verifier reader = new Verifier("sam").granting(PointsRecord.class, EntityOperationType.FETCH);
    EditAccounts edit =
        new EditAccounts(fixture.as(reader), fixture.ground, null, null, fixture.transactions);

    assertThatThrownBy(() -> adjust(reader).apply(account, form("5", "GOODWILL", "", "", "")))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> decide(reader).approve(1))
        .isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> decide(reader).reject(1)).isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> edit.set(account, true)).isInstanceOf(SecurityServiceException.class);
    assertThatThrownBy(() -> edit.open(7)).isInstanceOf(SecurityServiceException.class);

    assertThat(fixture.audit.rows).hasSize(5).allMatch(row -> row.startsWith("REFUSED sam"));
  }

  @Test
  void much_waits_for_a_second_person_who_books_it_in_the_name_of_the_first() throws Exception {
    assertThat(clara.apply(account, form("1001", "IMPORT", "", "", token(1))).messageKey)
        .isEqualTo("PostPurchase_Flash_Asked");
    assertThat(clara.apply(account, form("1001", "IMPORT", "", "", token(1))).messageKey)
        .isEqualTo("PostPurchase_Flash_AskedBefore");
    assertThat(fixture.usable(account)).isZero();

    assertThat(second.approve(waiting()).messageKey).isEqualTo("PostPurchase_Flash_Approved");

    assertThat(fixture.usable(account)).isEqualTo(1001);
    assertThat(fixture.views.history(account, 9, 0).get(0).actor).isEqualTo("clara");
    AdjustmentRequest decided = fixture.requests.ofAccount(account, 9).get(0);
    assertThat(decided.state).isEqualTo(AdjustmentRequest.State.APPROVED);
    assertThat(decided.decidedBy.login).isEqualTo("paul");
    assertThat(second.approve(decided.id).messageKey).isEqualTo("PostPurchase_Flash_DecidedBefore");
    assertThat(clara.apply(account, form("1001", "IMPORT", "", "", token(1))).messageKey)
        .isEqualTo("PostPurchase_Flash_AskedBefore");
    assertThat(fixture.usable(account)).isEqualTo(1001);
    assertThat(fixture.audit.rows).hasSize(2);
  }

  @Test
  void who_asked_can_neither_approve_nor_reject_under_another_login() throws Exception {
    clara.apply(account, form("1001", "IMPORT", "", "", token(1)));
    DecideRequest herself =
        decide(
            new Verifier("renamed", "clara".hashCode())
                .granting(PointsRecord.class, EntityOperationType.UPDATE));

    assertThat(herself.approve(waiting()).messageKey).isEqualTo("PostPurchase_Flash_OwnRequest");
    assertThat(herself.reject(waiting()).messageKey).isEqualTo("PostPurchase_Flash_OwnRequest");

    assertThat(fixture.usable(account)).isZero();
    assertThat(fixture.requests.list(AdjustmentRequest.State.WAITING, 9)).hasSize(1);
    assertThat(fixture.audit.rows.subList(1, 3)).allMatch(row -> row.startsWith("REFUSED renamed"));
  }

  @Test
  void what_is_rejected_is_never_booked() throws Exception {
    clara.apply(account, form("1001", "IMPORT", "", "", token(1)));
    long id = waiting();

    assertThat(second.reject(id).messageKey).isEqualTo("PostPurchase_Flash_Rejected");
    assertThat(second.approve(id).good).isFalse();

    assertThat(fixture.usable(account)).isZero();
  }

  @Test
  void an_approval_that_the_ledger_refuses_goes_on_waiting() throws Exception {
    clara.apply(account, form("1001", "IMPORT", "", "", token(1)));
    fixture.ledger.freeze(account);

    assertThat(second.approve(waiting()).messageKey).isEqualTo("PostPurchase_Refusal_FROZEN");

    fixture.ledger.unfreeze(account);
    assertThat(second.approve(waiting()).good).isTrue();
    assertThat(fixture.usable(account)).isEqualTo(1001);
  }

  @Test
  void hopeless_requests_are_refused_at_once() throws Exception {
    assertThat(clara.apply(account, form("-1001", "FRAUD", "", "", token(1))).messageKey)
        .isEqualTo("PostPurchase_Refusal_INSUFFICIENT");
    assertThat(fixture.requests.list(AdjustmentRequest.State.WAITING, 9)).isEmpty();
  }

  @Test
  void an_account_is_frozen_and_let_go_once_each() throws Exception {
    EditAccounts edit =
        new EditAccounts(
            fixture.as(permitted("clara")), fixture.ground, null, null, fixture.transactions);

    assertThat(edit.set(account, true)).isTrue();
    assertThat(edit.set(account, true)).isFalse();
    assertThat(edit.set(account, false)).isTrue();
    assertThat(edit.set(account, false)).isFalse();

    assertThat(fixture.audit.rows)
        .containsExactly(
            "DONE clara | freeze points | account " + account + " | stopped",
            "DONE clara | unfreeze points | account " + account + " | moves again");
  }

  private long waiting() {
    return fixture.requests.list(AdjustmentRequest.State.WAITING, 9).get(0).id;
  }

  private AdjustAccount adjust(Verifier user) {
    return new AdjustAccount(
        fixture.as(user), fixture.ground, fixture.transactions, new FourEyes(fixture.log, LIMIT));
  }

  private DecideRequest decide(Verifier user) {
    return new DecideRequest(
        fixture.as(user), fixture.ground, fixture.transactions, fixture.reversal(), null);
  }

  private static Verifier permitted(String login) {
    return new Verifier(login).granting(PointsRecord.class, EntityOperationType.UPDATE);
  }

  private static Adjustment form(
      String points, String reason, String batch, String expires, String token) {
    return new Adjustment(points, reason, batch, expires, "", token)
        .read(ZoneOffset.UTC, PointsFixture.NOW);
  }

  private static String token(int number) {
    return new UUID(1, number).toString();
  }
}
