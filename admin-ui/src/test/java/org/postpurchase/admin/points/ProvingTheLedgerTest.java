package org.postpurchase.admin.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Locale;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.admin.testkit.PointsFixture;
import org.postpurchase.admin.testkit.Verifier;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.PostingRequest;
import org.postpurchase.ledger.Verb;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvingTheLedgerTest {
  private final PointsFixture fixture = new PointsFixture();
  private final Verifier clara =
      new Verifier("clara").granting(PointsRecord.class, EntityOperationType.UPDATE);
  private final long account = fixture.account(7);

  private ProveLedger as(Verifier user) {
    return new ProveLedger(fixture.as(user), fixture.proof, fixture.audit);
  }

  private ProofNote note() {
    return new ProofNote(
        as(clara).last().orElseThrow(),
        new Moments(ZoneOffset.UTC, Locale.ENGLISH),
        Locale.ENGLISH);
  }

  @Test
  void a_proof_is_on_record_with_who_asked_for_it() throws Exception {
    fixture.ledger.adjust(
        account, new PostingRequest(Verb.ADJUST, "k", 0, "GOODWILL", "clara", ""), 50, null);

    assertThat(as(clara).run().isClean()).isTrue();

    assertThat(note().isClean()).isTrue();
    assertThat(note().getActor()).isEqualTo("clara");
    assertThat(note().getEntries()).isEqualTo("2");
    assertThat(fixture.audit.rows)
        .containsExactly(
            "DONE clara | prove ledger | all accounts | 1 accounts, 2 entries, 0 mismatches");
  }

  @Test
  void what_is_wrong_is_named_and_stopped() throws Exception {
    fixture.ledger.adjust(
        account, new PostingRequest(Verb.ADJUST, "k", 0, "GOODWILL", "clara", ""), 50, null);
    fixture.jdbc.update("update PP_POINTS_ACCOUNT set AVAILABLE = 51");

    assertThat(as(clara).run().isClean()).isFalse();

    assertThat(note().getRows())
        .extracting(ProofNote.Row::getKindKey)
        .contains("PostPurchase_Mismatch_ACCOUNT_DIFFERS");
    assertThat(fixture.views.balance(account, PointsFixture.NOW).frozen).isTrue();
  }

  @Test
  void whoever_may_only_look_is_refused_on_record() {
    Verifier sam = new Verifier("sam").granting(PointsRecord.class, EntityOperationType.FETCH);

    assertThatThrownBy(() -> as(sam).run()).isInstanceOf(SecurityServiceException.class);

    assertThat(fixture.proof.last(1)).isEmpty();
    assertThat(fixture.audit.rows)
        .singleElement()
        .asString()
        .startsWith("REFUSED sam | prove ledger");
  }
}
