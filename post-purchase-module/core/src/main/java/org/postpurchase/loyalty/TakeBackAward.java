package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.ledger.PointsLedger;
import org.postpurchase.ledger.PointsLot;
import org.postpurchase.ledger.ShortfallPolicy;
import org.postpurchase.shared.Transactions;

/**
 * Takes back what {@link AwardForEvent} gave for one happening, whatever the rules say by now. What
 * was spent already becomes a shortfall that later points make up for.
 */
public final class TakeBackAward {
  /** Of a customer's lots, newest first. */
  private static final int LOTS_MOST = 10_000;

  private final ProgrammeReader programmes;
  private final LedgerViews views;
  private final PointsLedger ledger;
  private final Transactions transactions;

  public TakeBackAward(
      ProgrammeReader programmes,
      LedgerViews views,
      PointsLedger ledger,
      Transactions transactions) {
    this.programmes = requireNonNull(programmes, "programmes");
    this.views = requireNonNull(views, "views");
    this.ledger = requireNonNull(ledger, "ledger");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  /**
   * Joins the caller's transaction. Doing it again takes nothing more; nothing is taken while the
   * programme is off.
   *
   * @param reason is kept with each movement
   * @return whether anything was taken
   */
  public boolean takeBack(long customerId, String eventCode, String occurrence, String reason) {
    String owner = Owners.ofCustomer(customerId);
    return transactions.call(
        () -> {
          boolean taken = false;
          String programme = programmes.active().map(p -> p.key).orElse("");
          Long account =
              programme.isEmpty() ? null : views.accountOf(programme, owner).orElse(null);
          if (account == null) {
            return false;
          }
          ledger.lock(account);
          for (PointsLot lot :
              lots(account, AwardForEvent.happening(owner, eventCode, occurrence))) {
            if (lot.issued > lot.clawed()) {
              String key = "claw-back:" + lot.accountId + ":" + lot.lotNo + ":" + lot.issued;
              ledger.clawBack(
                  lot.accountId, lot.lotNo, key, lot.issued, ShortfallPolicy.CARRY, reason);
              taken = true;
            }
          }
          return taken;
        });
  }

  private List<PointsLot> lots(long account, String happening) {
    List<PointsLot> all = views.lots(account, LOTS_MOST);
    all.removeIf(
        lot ->
            !lot.sourceKey.equals(happening)
                && !lot.sourceKey.startsWith(happening + AwardForEvent.BY));
    return all;
  }
}
