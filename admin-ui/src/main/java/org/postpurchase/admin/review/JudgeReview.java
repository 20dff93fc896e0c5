package org.postpurchase.admin.review;

import java.util.function.Function;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.review.CheckReviews;
import org.postpurchase.review.HideReason;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.story.CheckStories;

/**
 * Publishes, hides and answers on a person's word. Needs UPDATE on {@link ReviewRecord}; review and
 * audit row change together. One review at a time, on purpose.
 */
final class JudgeReview {
  private final AdminAccess access;
  private final CheckReviews check;
  private final CheckStories stories;
  private final AuditLog audit;
  private final Transactions transactions;

  public JudgeReview(
      AdminAccess access,
      CheckReviews check,
      CheckStories stories,
      AuditLog audit,
      Transactions transactions) {
    this.stories = stories;
    this.access = access;
    this.check = check;
    this.audit = audit;
    this.transactions = transactions;
  }

  CheckReviews.Outcome publish(long id, int edition) throws SecurityServiceException {
    return act("publish review", id, "", actor -> check.publish(id, edition, actor));
  }

  CheckReviews.Outcome hide(long id, int edition, HideReason reason, String note)
      throws SecurityServiceException {
    return act(
        "hide review", id, reason.name(), actor -> check.hide(id, edition, reason, note, actor));
  }

  CheckReviews.Outcome reply(long id, String text) throws SecurityServiceException {
    return act(
        "answer review", id, text.length() + " characters", actor -> check.reply(id, text, actor));
  }

  /** Asks the author for the right to use the review elsewhere. */
  CheckStories.Outcome askForRight(long id) throws SecurityServiceException {
    return act("ask for right", "review " + id, actor -> stories.ask(id, actor));
  }

  CheckStories.Outcome showStory(long id, int edition) throws SecurityServiceException {
    return act("show story", "story " + id, actor -> stories.show(id, edition, actor));
  }

  CheckStories.Outcome hideStory(long id, int edition) throws SecurityServiceException {
    return act("hide story", "story " + id, actor -> stories.hide(id, edition, actor));
  }

  CheckStories.Outcome withdrawStory(long id) throws SecurityServiceException {
    return act("withdraw story for its owner", "story " + id, a -> stories.withdraw(id, a));
  }

  private CheckStories.Outcome act(
      String action, String subject, Function<String, CheckStories.Outcome> act)
      throws SecurityServiceException {
    access.require(ReviewRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          CheckStories.Outcome outcome = act.apply(actor);
          if (outcome == CheckStories.Outcome.DONE) {
            audit.done(actor, action, subject, "");
          }
          return outcome;
        });
  }

  private interface Act {
    CheckReviews.Outcome by(String actor);
  }

  private CheckReviews.Outcome act(String action, long id, String detail, Act act)
      throws SecurityServiceException {
    String subject = "review " + id;
    access.require(ReviewRecord.class, EntityOperationType.UPDATE, action, subject);
    String actor = access.actor();
    return transactions.call(
        () -> {
          CheckReviews.Outcome outcome = act.by(actor);
          if (outcome == CheckReviews.Outcome.DONE) {
            audit.done(actor, action, subject, detail);
          }
          return outcome;
        });
  }
}
