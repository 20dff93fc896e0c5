package org.postpurchase.admin.people;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.people.Identity;
import org.postpurchase.privacy.ErasureReport;
import org.postpurchase.privacy.Export;
import org.postpurchase.privacy.PersonalData;
import org.postpurchase.series.Enrollment;
import org.postpurchase.series.EnrollmentState;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.StaffSteps;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.shared.Who;

/**
 * Hands out or erases what is kept about a person. Both need UPDATE on {@link PersonRecord} and
 * leave an audit row, which names no address. Erasing is one transaction: all of it or nothing.
 */
final class ErasePerson {
  private static final int RUNS_MAX = 1_000;

  private final AdminAccess access;
  private final PersonalData data;
  private final Runs runs;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;

  /** Where runs through series are found and ended. */
  public static final class Runs {
    private final EnrollmentStore store;
    private final StaffSteps steps;

    public Runs(EnrollmentStore store, StaffSteps steps) {
      this.store = store;
      this.steps = steps;
    }
  }

  public ErasePerson(
      AdminAccess access,
      PersonalData data,
      Runs runs,
      AuditLog audit,
      Transactions transactions,
      Clock clock) {
    this.access = access;
    this.data = data;
    this.runs = runs;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  Export export(Identity person) throws SecurityServiceException {
    String subject = subject(person);
    access.require(PersonRecord.class, EntityOperationType.UPDATE, "export personal data", subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          Export export = data.export(person);
          audit.done(actor, "export personal data", subject, export.rows() + " rows");
          return export;
        });
  }

  /**
   * @throws org.postpurchase.shared.PostPurchaseException when a message to the person is leaving
   */
  ErasureReport erase(Identity person) throws SecurityServiceException {
    String subject = subject(person);
    access.require(PersonRecord.class, EntityOperationType.UPDATE, "erase person", subject);
    String actor = access.actor();
    String token = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    return transactions.call(
        () -> {
          end(person);
          ErasureReport report = data.erase(person, token, clock.instant());
          audit.done(
              actor,
              "erase person",
              subject,
              report.rows() + " rows in " + report.changed.keySet() + ", now " + report.pseudonym);
          return report;
        });
  }

  private void end(Identity person) {
    if (person.ref.mailbox.isEmpty()) {
      return;
    }
    List<String> mailbox = Collections.singletonList(person.ref.mailbox);
    Who who = Who.of(mailbox, Collections.emptyList(), Collections.emptyList());
    for (Enrollment run : runs.store.list(EnrollmentState.ACTIVE, who, RUNS_MAX, 0)) {
      runs.steps.end(run.id);
    }
  }

  private static String subject(Identity person) {
    return person.ref.customerId > 0 ? "customer " + person.ref.customerId : "a guest";
  }
}
