package org.postpurchase.admin.points;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.LedgerProof;
import org.postpurchase.ledger.ProofReport;
import org.postpurchase.ledger.ProofResult;
import org.postpurchase.ledger.ProofScope;
import org.postpurchase.shared.AuditLog;

/** Has every balance recomputed on a person's word. Each call is a proof of its own. */
final class ProveLedger {
  private static final String ACTION = "prove ledger";
  private static final int SHOWN = 100;

  private final AdminAccess access;
  private final LedgerProof proof;
  private final AuditLog audit;

  public ProveLedger(AdminAccess access, LedgerProof proof, AuditLog audit) {
    this.access = access;
    this.proof = proof;
    this.audit = audit;
  }

  boolean isAllowed() {
    return access.may(PointsRecord.class, EntityOperationType.UPDATE);
  }

  ProofReport run() throws SecurityServiceException {
    access.require(PointsRecord.class, EntityOperationType.UPDATE, ACTION, "all accounts");
    String actor = access.actor();
    ProofReport report = proof.run(ProofScope.ALL, actor);
    audit.done(
        actor,
        ACTION,
        "all accounts",
        report.accounts
            + " accounts, "
            + report.entries
            + " entries, "
            + report.mismatchCount
            + " mismatches");
    return report;
  }

  Optional<ProofResult> last() {
    return proof.last(SHOWN);
  }
}
