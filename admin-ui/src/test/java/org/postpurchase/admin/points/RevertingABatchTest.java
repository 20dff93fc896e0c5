package org.postpurchase.admin.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.FourEyes;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RevertingABatchTest {
  private final PointsFixture fixture = new PointsFixture();
  private final RevertBatch revert =
      revert(new Verifier().granting(PointsRecord.class, EntityOperationType.UPDATE));
  private final long mia = fixture.account(1);
  private final long tom = fixture.account(2);
  private int number;

  @Test
  void each_adjustment_is_undone_once_however_often_it_is_asked_for() throws Exception {
    adjust(mia, 300, "");
    adjust(mia, 100, "oops");
    adjust(mia, -50, "oops");
    adjust(tom, 200, "oops");

    RevertBatch.Result first = revert.revert("oops");
    RevertBatch.Result again = revert.revert("oops");

    assertThat(first.getReversed()).isEqualTo(3);
    assertThat(again.getReversed()).isZero();
    assertThat(again.getBefore()).isEqualTo(3);
    assertThat(fixture.usable(mia)).isEqualTo(300);
    assertThat(fixture.usable(tom)).isZero();
    assertThat(fixture.audit.rows)
        .hasSize(3)
        .allMatch(row -> row.contains("DONE clara | undo adjustment"));
    assertThat(fixture.views.history(tom, 1, 0).get(0).actor).isEqualTo("clara");
  }

  @Test
  void what_was_used_meanwhile_is_told_and_owed() throws Exception {
    adjust(tom, 200, "oops");
    fixture.ledger.reserve(tom, "hold-1", 150, 9, Instant.parse("2026-03-03T10:00:00Z"));
    fixture.ledger.capture("main", "hold-1");

    RevertBatch.Result result = revert.revert("oops");

    assertThat(result.getReversed()).isEqualTo(1);
    assertThat(result.getMissing()).isEqualTo(150);
    assertThat(fixture.views.balance(tom, PointsFixture.NOW).shortfall).isEqualTo(150);
    assertThat(fixture.audit.rows.get(0)).endsWith("oops: -200 missing 150");
  }

  @Test
  void a_frozen_account_is_told_and_done_the_next_time() throws Exception {
    adjust(mia, 100, "oops");
    adjust(tom, 100, "oops");
    fixture.ledger.freeze(mia);

    assertThat(revert.revert("oops").getRefused()).isEqualTo(1);
    fixture.ledger.unfreeze(mia);
    RevertBatch.Result again = revert.revert("oops");

    assertThat(again.getReversed()).isEqualTo(1);
    assertThat(again.getBefore()).isEqualTo(1);
    assertThat(fixture.usable(mia)).isZero();
  }

  @Test
  void no_batch_is_not_all_adjustments_without_one() throws Exception {
    adjust(mia, 100, "");

    assertThat(revert.revert("").isUnknown()).isTrue();
    assertThat(revert.revert("other").isUnknown()).isTrue();
    assertThat(fixture.usable(mia)).isEqualTo(100);
  }

  @Test
  void looking_is_not_undoing() {
    adjust(mia, 100, "oops");
    RevertBatch other =
        revert(new Verifier("sam").granting(PointsRecord.class, EntityOperationType.FETCH));

    assertThatThrownBy(() -> other.revert("oops")).isInstanceOf(SecurityServiceException.class);

    assertThat(fixture.usable(mia)).isEqualTo(100);
    assertThat(fixture.audit.rows).singleElement().asString().startsWith("REFUSED sam");
  }

  private void adjust(long account, long points, String batch) {
    String key = "adjust:" + ++number;
    fixture.ledger.adjust(
        account, new PostingRequest(Verb.ADJUST, key, 0, "IMPORT", "paul", batch), points, null);
  }

  private RevertBatch revert(Verifier user) {
    return new RevertBatch(
        fixture.as(user),
        fixture.ground,
        fixture.transactions,
        new FourEyes(fixture.log, 1000),
        fixture.reversal());
  }
}
