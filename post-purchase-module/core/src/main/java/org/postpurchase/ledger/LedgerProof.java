package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recomputes every balance from its entries, names what does not agree, and stops exactly the
 * accounts in which something does not.
 *
 * <p>Runs beside the shop: it reads page by page without locks, and looks at an account that seems
 * wrong once more under its lock before it is named. Memory depends on the page, not on the number
 * of accounts. Call it outside a transaction. A proof that dies leaves what it found and no end;
 * several at once do no harm.
 */
public final class LedgerProof {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerProof.class);
  private static final int PAGE_ALL = 5000;
  private static final int PAGE_CHANGED = 500;
  private static final long PAGE_ENTRIES = 50_000;

  /** How long a posting may take from its time to its commit, and how far clocks may differ. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final LedgerStore store;
  private final ProofStore proofs;
  private final PointsLedger ledger;
  private final Transactions transactions;
  private final Clock clock;

  public LedgerProof(
      LedgerStore store,
      ProofStore proofs,
      PointsLedger ledger,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.proofs = proofs;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Looks at all accounts of the scope and reports what is wrong; each call is a run of its own.
   *
   * @param actor admin user who asks for it; null for the shop itself
   */
  public ProofReport run(ProofScope scope, String actor) {
    requireNonNull(scope, "scope");
    Instant startedAt = clock.instant();
    Instant since =
        scope == ProofScope.ALL
            ? null
            : lastStart(ProofScope.values()).map(last -> last.minus(MARGIN)).orElse(null);
    Run run = new Run(since);
    run.proofId = transactions.call(() -> proofs.begin(scope, startedAt, actor));
    run.pages();
    if (since == null) {
      run.doubleAwards(null);
    }
    ProofReport report =
        new ProofReport(
            run.proofId, scope, run.accounts, run.entries, run.mismatchCount, run.listed);
    transactions.run(() -> proofs.finish(report, clock.instant()));
    LOG.info(
        "ledger proven proof={} {}",
        report.proofId,
        "accounts=" + run.accounts + " entries=" + run.entries + " wrong=" + run.mismatchCount);
    return report;
  }

  /** The newest finished proof, whoever asked for it; empty when there was none. */
  public Optional<ProofResult> last(int mismatches) {
    return transactions.call(() -> proofs.last(mismatches));
  }

  /** When the last finished proof of one of these scopes began; empty when there was none. */
  public Optional<Instant> lastStart(ProofScope... scopes) {
    return transactions.call(() -> proofs.lastStart(scopes));
  }

  /** One run. */
  private final class Run {
    final Instant since;
    final List<Mismatch> listed = new ArrayList<>();
    final Set<Long> doubled = new HashSet<>();
    long proofId;
    long accounts;
    long entries;
    int mismatchCount;

    Run(Instant since) {
      this.since = since;
    }

    void pages() {
      long after = 0;
      boolean more = true;
      while (more) {
        if (Thread.currentThread().isInterrupted()) {
          throw new PostPurchaseException(
              "The proof was stopped with its node; it begins again on the next start.");
        }
        long last = after;
        PageProof page = transactions.call(() -> read(last));
        accounts += page.ids().size();
        entries += page.entries();
        page.suspects().forEach(this::lookAgain);
        more = !page.ids().isEmpty();
        if (more) {
          after = page.ids().get(page.ids().size() - 1);
          if (since != null) {
            doubleAwards(page.ids());
          }
        }
      }
    }

    private PageProof read(long after) {
      PageProof page = new PageProof(page(after));
      List<Long> ids = page.ids();
      if (since == null) {
        long last = ids.isEmpty() ? Long.MAX_VALUE : ids.get(ids.size() - 1);
        proofs.rows(after + 1, last, page);
      } else if (!ids.isEmpty()) {
        proofs.rows(ids, page);
      }
      return page;
    }

    /** As many accounts as have not too many entries together, but at least one. */
    private List<PointsAccount> page(long after) {
      List<PointsAccount> page =
          proofs.accounts(after, since, since == null ? PAGE_ALL : PAGE_CHANGED);
      long sum = 0;
      for (int i = 0; i < page.size(); i++) {
        sum += page.get(i).entryNo;
        if (sum > PAGE_ENTRIES && i > 0) {
          return page.subList(0, i);
        }
      }
      return page;
    }

    private void lookAgain(long accountId) {
      keep(
          transactions.call(
              () -> {
                List<Mismatch> wrong = underLock(accountId);
                if (!wrong.isEmpty()) {
                  freeze(accountId);
                }
                return wrong;
              }));
    }

    private List<Mismatch> underLock(long accountId) {
      Optional<PointsAccount> account = store.lock(accountId);
      if (!account.isPresent()) {
        return Collections.singletonList(
            new Mismatch(
                accountId, MismatchKind.MISSING_ACCOUNT, "there are rows of it, but no account"));
      }
      PageProof proof = new PageProof(Collections.singletonList(account.get()));
      proofs.rowsUnderLock(accountId, proof);
      return proof.mismatches();
    }

    void doubleAwards(List<Long> accountIds) {
      Map<Long, Findings> found = new TreeMap<>();
      transactions.run(
          () -> {
            found.clear();
            proofs.doubleAwards(
                accountIds,
                (id, detail) ->
                    found
                        .computeIfAbsent(id, Findings::new)
                        .add(MismatchKind.DOUBLE_AWARD, detail));
          });
      found.keySet().removeAll(doubled);
      doubled.addAll(found.keySet());
      found.forEach(
          (id, findings) -> {
            transactions.run(() -> freeze(id));
            keep(findings.inOrder());
          });
    }

    private void freeze(long accountId) {
      if (ledger.freeze(accountId)) {
        LOG.error("points account frozen account={} proof={}", accountId, proofId);
      }
    }

    private void keep(List<Mismatch> wrong) {
      if (!wrong.isEmpty()) {
        transactions.run(() -> proofs.add(proofId, wrong));
        mismatchCount += wrong.size();
        wrong.stream().limit(ProofReport.LISTED_MAX - listed.size()).forEach(listed::add);
      }
    }
  }
}
