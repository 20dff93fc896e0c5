package org.postpurchase.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.testkit.CoreDatabase;

/** Writes valid hashes over an account's entries, as somebody would who knows how it is done. */
final class Rechain implements ProofRows {
  private final List<Object[]> hashes = new ArrayList<>();
  private final Map<Long, PointsPosting> postings = new HashMap<>();
  private String hash = "";
  private long posting;

  private Rechain() {}

  static void account(CoreDatabase database, long account) {
    Rechain rechain = new Rechain();
    database.transactions.run(() -> database.proofs().rows(account, account, rechain));
    database.jdbc.batchUpdate(
        "update PP_POINTS_ENTRY set HASH = ? where ACCOUNT_ID = ? and ENTRY_NO = ?",
        rechain.hashes);
    database.jdbc.update(
        "update PP_POINTS_ACCOUNT set HEAD_HASH = ? where ACCOUNT_ID = ?", rechain.hash, account);
  }

  @Override
  public void posting(PointsPosting row) {
    postings.put(row.postingNo, row);
  }

  @Override
  public void entry(PointsEntry row) {
    String seal = row.postingNo == posting ? "" : postings.get(row.postingNo).seal();
    posting = row.postingNo;
    hash = row.hashAfter(hash, seal);
    hashes.add(new Object[] {hash, row.accountId, row.entryNo});
  }

  @Override
  public void lot(PointsLot row) {}

  @Override
  public void hold(PointsHold row) {}

  @Override
  public void part(long accountId, int holdNo, PointsHold.Part part) {}

  @Override
  public void unreadable(long accountId, String detail) {
    throw new IllegalStateException(detail);
  }
}
