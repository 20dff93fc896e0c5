package org.postpurchase.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The proof passes whatever the verbs do and names whatever is done past them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class LedgerProofContract extends SpoiltLedger {
  @Test
  void a_healthy_ledger_has_no_mismatch() {
    ProofReport report = proof.run(ProofScope.ALL, "ann");

    assertThat(report.mismatches).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.accounts).isEqualTo(database.count("PP_POINTS_ACCOUNT"));
    assertThat(report.entries).isEqualTo(database.count("PP_POINTS_ENTRY")).isPositive();
    assertThat(
            database.jdbc.queryForMap(
                "select SCOPE, ACTOR, ACCOUNTS, ENTRIES, MISMATCHES from PP_LEDGER_PROOF"
                    + " where FINISHED_AT is not null and PROOF_ID = ?",
                report.proofId))
        .containsEntry("SCOPE", "ALL")
        .containsEntry("ACTOR", "ann");
  }

  @Test
  void a_missing_entry_is_named() {
    planted(
        MismatchKind.MISSING_ENTRY,
        account -> of(account, "delete from PP_POINTS_ENTRY where ENTRY_NO = 4 and"));
  }

  @Test
  void missing_last_entries_are_named() {
    planted(
        MismatchKind.MISSING_ENTRY,
        account -> of(account, "delete from PP_POINTS_ENTRY where ENTRY_NO > 8 and"));
  }

  @Test
  void a_changed_amount_is_named_and_nothing_that_follows_from_it() {
    List<Mismatch> wrong =
        planted(
            MismatchKind.CHANGED_ENTRY,
            account ->
                of(account, "update PP_POINTS_ENTRY set POINTS = 999 where ENTRY_NO = 2 and"));

    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0).detail).contains("entry 2 ");
  }

  @Test
  void a_changed_reason_of_a_posting_is_named() {
    planted(
        MismatchKind.CHANGED_ENTRY,
        account ->
            of(account, "update PP_POINTS_POSTING set ACTOR = 'eve' where POSTING_NO = 3 and"));
  }

  @Test
  void a_broken_chain_is_named() {
    planted(
        MismatchKind.BROKEN_CHAIN,
        account -> of(account, "update PP_POINTS_ENTRY set HASH = 'ffff' where ENTRY_NO = 5 and"));
  }

  @Test
  void a_chain_that_does_not_end_at_the_account_is_named() {
    planted(
        MismatchKind.BROKEN_CHAIN,
        account -> of(account, "update PP_POINTS_ACCOUNT set HEAD_HASH = 'ffff' where"));
  }

  @Test
  void a_missing_posting_is_named() {
    planted(
        MismatchKind.MISSING_POSTING,
        account -> of(account, "delete from PP_POINTS_POSTING where POSTING_NO = 2 and"));
  }

  @Test
  void a_missing_lot_is_named() {
    planted(
        MismatchKind.MISSING_LOT,
        account -> of(account, "delete from PP_POINTS_LOT where LOT_NO = 2 and"));
  }

  @Test
  void a_row_that_cannot_be_read_is_named() {
    planted(
        MismatchKind.UNREADABLE_ROW,
        account ->
            of(account, "update PP_POINTS_ENTRY set BUCKET = 'LOST' where ENTRY_NO = 2 and"));
  }

  @Test
  void a_shortfall_that_no_entry_tells_of_is_named() {
    planted(
        MismatchKind.BALANCE_DIFFERS,
        account -> of(account, "update PP_POINTS_ACCOUNT set SHORTFALL = 9 where"));
  }

  @Test
  void a_lot_below_zero_is_named() {
    planted(
        MismatchKind.LOT_BELOW_ZERO,
        account ->
            of(
                account,
                "update PP_POINTS_LOT set AVAILABLE = -5, SPENT = 45" + " where LOT_NO = 2 and"));
  }

  @Test
  void a_lot_that_does_not_have_what_its_entries_say_is_named() {
    planted(
        MismatchKind.LOT_DIFFERS,
        account ->
            of(
                account,
                "update PP_POINTS_LOT set SPENT = SPENT + 1,"
                    + " AVAILABLE = AVAILABLE - 1 where LOT_NO = 2 and"));
  }

  @Test
  void a_balance_that_is_not_that_of_the_lots_is_named() {
    planted(
        MismatchKind.ACCOUNT_DIFFERS,
        account -> of(account, "update PP_POINTS_ACCOUNT set AVAILABLE = AVAILABLE + 7 where"));
  }

  @Test
  void a_hold_that_nobody_posted_is_named() {
    planted(
        MismatchKind.ORPHAN_HOLD,
        account ->
            database.jdbc.update(
                "insert into PP_POINTS_HOLD (ACCOUNT_ID, HOLD_NO, PROGRAMME, HOLD_KEY, POINTS, STATE,"
                    + " CREATED_AT, EXPIRES_AT) select ACCOUNT_ID, 77, PROGRAMME, 'nobody', 5, 'HELD',"
                    + " CREATED_AT, EXPIRES_AT from PP_POINTS_HOLD where HOLD_NO = 2 and ACCOUNT_ID = ?",
                account));
  }

  @Test
  void a_hold_without_its_lots_is_named() {
    planted(
        MismatchKind.ORPHAN_HOLD,
        account -> of(account, "delete from PP_POINTS_HOLD_LOT where HOLD_NO = 2 and"));
  }

  @Test
  void a_double_award_is_named() {
    planted(
        MismatchKind.DOUBLE_AWARD,
        account -> {
          String owner = "victim-" + victims;
          of(
              account,
              "update PP_POINTS_POSTING set POSTING_KEY = 'hidden' where POSTING_NO = 1 and");
          random.earn(owner, owner + "-1", 100);
          of(
              account,
              "update PP_POINTS_POSTING set POSTING_KEY = '"
                  + owner
                  + "-1' where POSTING_NO = 1 and");
        });
  }

  @Test
  void a_double_award_over_two_accounts_stops_both() {
    proof.run(ProofScope.ALL, null);
    long first = random.ordinary("twin-a");
    long second = random.ordinary("twin-b");
    LedgerCopy before = new LedgerCopy(database.jdbc, second);
    of(second, "update PP_POINTS_LOT set SOURCE_KEY = 'twin-a-1' where LOT_NO = 1 and");

    assertThat(proof.run(ProofScope.CHANGED, null).mismatches)
        .extracting(m -> m.accountId + " " + m.kind)
        .containsExactlyInAnyOrder(first + " DOUBLE_AWARD", second + " DOUBLE_AWARD");
    assertThat(frozen()).containsExactly(first, second);
    random.ledger.unfreeze(first);
    before.restore();
    random.ledger.unfreeze(second);
    assertThat(proof.run(ProofScope.CHANGED, null).isClean()).isTrue();
  }

  @Test
  void a_posting_with_a_wrong_sum_is_named_even_in_a_valid_chain() {
    planted(
        MismatchKind.UNBALANCED_POSTING,
        account -> {
          of(account, "update PP_POINTS_ENTRY set POINTS = -90 where ENTRY_NO = 1 and");
          Rechain.account(database, account);
        });
  }

  @Test
  void a_wrong_running_balance_is_named_even_in_a_valid_chain() {
    List<Mismatch> wrong =
        planted(
            MismatchKind.WRONG_BALANCE,
            account -> {
              of(account, "update PP_POINTS_ENTRY set BALANCE = 5 where ENTRY_NO = 2 and");
              Rechain.account(database, account);
            });

    assertThat(wrong).hasSize(1);
  }

  @Test
  void points_that_were_used_before_they_mature_are_named() {
    planted(
        MismatchKind.MATURED_EARLY,
        account ->
            of(
                account,
                "update PP_POINTS_LOT set MATURES_AT = timestamp '2033-01-01 00:00:00'"
                    + " where LOT_NO = 1 and"));
  }

  @Test
  void a_day_of_expiry_or_a_counter_that_somebody_moved_is_named() {
    planted(
        MismatchKind.CHANGED_LOT,
        account ->
            of(
                account,
                "update PP_POINTS_LOT set EXPIRES_AT = timestamp '2033-01-01 00:00:00'"
                    + " where LOT_NO = 1 and"));
    planted(
        MismatchKind.CHANGED_LOT,
        account -> of(account, "update PP_POINTS_LOT set CLAWED = 7 where LOT_NO = 1 and"));
    planted(
        MismatchKind.CHANGED_LOT,
        account -> of(account, "update PP_POINTS_LOT set RULE_KEY = 'x' where LOT_NO = 1 and"));
  }

  @Test
  void rows_without_an_account_are_named() {
    database.jdbc.update(
        "insert into PP_POINTS_LOT (ACCOUNT_ID, LOT_NO, CAUSE, ISSUED, AVAILABLE, CREATED_AT)"
            + " select 999999999, 1, CAUSE, 5, 5, CREATED_AT from PP_POINTS_LOT"
            + " where ACCOUNT_ID = ? and LOT_NO = 1",
        bystander);

    List<Mismatch> wrong = proof.run(ProofScope.ALL, null).mismatches;
    of(999999999, "delete from PP_POINTS_LOT where");

    assertThat(wrong)
        .extracting(m -> m.accountId + " " + m.kind)
        .containsExactly("999999999 MISSING_ACCOUNT");
  }

  @Test
  void what_moved_since_the_last_proof_is_proven_alone() {
    long account = random.ordinary("mover");
    clock.advance(Duration.ofHours(3));
    proof.run(ProofScope.ALL, null);
    clock.advance(Duration.ofHours(3));
    random.earn("mover", "mover-3", 5);

    ProofReport report = proof.run(ProofScope.CHANGED, null);

    assertThat(report.accounts).isEqualTo(1);
    assertThat(report.entries).isEqualTo(12);
    assertThat(report.isClean()).isTrue();
    assertThat(random.ledger.find(RandomLedger.P, "mover")).contains(account);
  }
}
