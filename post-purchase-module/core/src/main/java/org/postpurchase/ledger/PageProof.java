package org.postpurchase.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Hands the rows of some accounts to the proof of each. */
final class PageProof implements ProofRows {
  private final Map<Long, AccountProof> proofs;
  private final List<Long> ids = new ArrayList<>();
  private final Set<Long> suspects = new TreeSet<>();
  private long currentId;
  private AccountProof current;

  PageProof(List<PointsAccount> accounts) {
    proofs = new HashMap<>(accounts.size() * 2);
    for (PointsAccount account : accounts) {
      proofs.put(account.accountId, new AccountProof(account));
      ids.add(account.accountId);
    }
  }

  @Override
  public void lot(PointsLot lot) {
    with(lot.accountId, proof -> proof.lot(lot));
  }

  @Override
  public void posting(PointsPosting posting) {
    with(posting.accountId, proof -> proof.posting(posting));
  }

  @Override
  public void hold(PointsHold hold) {
    with(hold.accountId, proof -> proof.hold(hold));
  }

  @Override
  public void part(long accountId, int holdNo, PointsHold.Part part) {
    with(accountId, proof -> proof.part(holdNo, part));
  }

  @Override
  public void entry(PointsEntry entry) {
    with(entry.accountId, proof -> proof.entry(entry));
  }

  @Override
  public void unreadable(long accountId, String detail) {
    with(accountId, proof -> proof.unreadable(detail));
  }

  private void with(long accountId, Consumer<AccountProof> work) {
    if (current == null || accountId != currentId) {
      current = proofs.get(accountId);
      currentId = accountId;
    }
    if (current == null) {
      suspects.add(accountId);
    } else {
      work.accept(current);
    }
  }

  /** Numbers of its accounts, in the order in which they were given. */
  List<Long> ids() {
    return ids;
  }

  long entries() {
    return proofs.values().stream().mapToLong(AccountProof::entries).sum();
  }

  /** Accounts in which something did not agree, or that are not there, by number. */
  Set<Long> suspects() {
    proofs.forEach(
        (id, proof) -> {
          if (!proof.mismatches().isEmpty()) {
            suspects.add(id);
          }
        });
    return suspects;
  }

  List<Mismatch> mismatches() {
    List<Mismatch> all = new ArrayList<>();
    proofs.values().forEach(proof -> all.addAll(proof.mismatches()));
    return all;
  }
}
