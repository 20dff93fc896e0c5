package org.postpurchase.admin.points;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.ledger.Mismatch;
import org.postpurchase.ledger.ProofResult;

/** Plain values of the last proof, for the page. */
final class ProofNote {
  private final ProofResult result;
  private final Moments moments;
  private final NumberFormat numbers;

  ProofNote(ProofResult result, Moments moments, Locale locale) {
    this.result = result;
    this.moments = moments;
    this.numbers = NumberFormat.getIntegerInstance(locale);
  }

  public String getFinishedAt() {
    return moments.of(result.finishedAt);
  }

  public String getAccounts() {
    return numbers.format(result.accounts);
  }

  public String getEntries() {
    return numbers.format(result.entries);
  }

  public boolean isClean() {
    return result.mismatchCount == 0;
  }

  public String getMismatchCount() {
    return numbers.format(result.mismatchCount);
  }

  /** Who asked for it; empty for the nightly one. */
  public String getActor() {
    return result.actor;
  }

  /** The first ones. */
  public List<Row> getRows() {
    return result.mismatches.stream().map(Row::new).collect(Collectors.toList());
  }

  /** One mismatch. */
  public static final class Row {
    private final Mismatch mismatch;

    Row(Mismatch mismatch) {
      this.mismatch = mismatch;
    }

    public long getAccount() {
      return mismatch.accountId;
    }

    public String getKindKey() {
      return "PostPurchase_Mismatch_" + mismatch.kind;
    }

    public String getDetail() {
      return mismatch.detail;
    }
  }
}
