package org.postpurchase.admin.points;

import java.util.Collections;
import java.util.Map;
import org.broadleafcommerce.common.exception.SecurityServiceException;

/**
 * Gives or takes points, and takes that back, on the page of a person. Everything that holds on the
 * page of the account holds here: permission, note, the second pair of eyes, and that one page sent
 * twice posts once. An account is opened for a customer who has none.
 */
public final class GivePoints {
  private final PointsFacts facts;
  private final AdjustAccount adjust;
  private final UndoAdjustment undo;
  private final EditAccounts accounts;

  public GivePoints(
      PointsFacts facts, AdjustAccount adjust, UndoAdjustment undo, EditAccounts accounts) {
    this.facts = facts;
    this.adjust = adjust;
    this.undo = undo;
    this.accounts = accounts;
  }

  /** What came of it. */
  public static final class Result {
    public final boolean good;
    public final String messageKey;

    /** Fields that cannot be used, each with a message key; empty when it was done. */
    public final Map<String, String> problems;

    public final Map<String, String> typed;

    Result(Outcome outcome, Map<String, String> problems, Map<String, String> typed) {
      this.good = outcome.good;
      this.messageKey = outcome.messageKey;
      this.problems = problems;
      this.typed = typed;
    }
  }

  /** Whether the current user may move points at all. */
  public boolean isAllowed() {
    return adjust.isAllowed();
  }

  /**
   * @param accountId 0 for a customer who has no account yet
   * @param token made with the page
   */
  public Result give(
      long accountId, long customerId, String points, String reason, String note, String token)
      throws SecurityServiceException {
    Adjustment form =
        new Adjustment(points, reason, "", "", note, token)
            .read(facts.shop().zone, facts.clock().instant());
    long account =
        accountId == 0 && form.problems().isEmpty() ? accounts.open(customerId) : accountId;
    if (account == 0 && form.problems().isEmpty()) {
      return none(Outcome.refused("PostPurchase_Flash_NotOpened"));
    }
    Outcome outcome = adjust.apply(account, form);
    return outcome.good ? none(outcome) : new Result(outcome, form.problems(), form.typed());
  }

  public Result undo(long accountId, long postingNo) throws SecurityServiceException {
    return none(undo.undo(accountId, postingNo));
  }

  private static Result none(Outcome outcome) {
    return new Result(outcome, Collections.emptyMap(), Collections.emptyMap());
  }
}
