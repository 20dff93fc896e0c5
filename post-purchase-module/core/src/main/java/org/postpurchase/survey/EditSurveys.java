package org.postpurchase.survey;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.postpurchase.shared.Transactions;

/**
 * What a merchant does with surveys. Saving changes the draft only; publishing freezes it as a new
 * version, which people are asked from then on. Of two who save at once, the first one wins.
 */
public final class EditSurveys {
  private final SurveyStore store;
  private final Transactions transactions;
  private final Clock clock;

  EditSurveys(SurveyStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The caller has checked both with {@link CheckSurvey}. Returns the new survey's id. */
  public long create(Survey.Settings settings, SurveyContent draft) {
    return transactions.call(() -> store.add(Survey.fresh(settings, draft)));
  }

  /** False when somebody else saved meanwhile, or it is gone. */
  public boolean save(long id, int edition, Survey.Settings settings, SurveyContent draft) {
    return change(
        id, edition, s -> new Survey(id, s.status, s.live(), edition + 1, settings, draft));
  }

  /** Freezes the draft and asks it from now on. */
  public boolean publish(long id, int edition) {
    Instant now = clock.instant();
    return change(
        id,
        edition,
        s -> {
          int version = s.liveVersion + 1;
          store.publish(id, version, s.draft, now);
          Instant since = s.isActive() ? s.activeSince : now;
          Survey.Live live = new Survey.Live(version, since);
          return new Survey(id, Survey.Status.ACTIVE, live, edition + 1, s.settings, s.draft);
        });
  }

  public boolean switchOff(long id, int edition) {
    return change(
        id,
        edition,
        s -> new Survey(id, Survey.Status.OFF, s.live(), edition + 1, s.settings, s.draft));
  }

  private interface Change {
    Survey of(Survey now);
  }

  private boolean change(long id, int edition, Change change) {
    return transactions.call(
        () -> {
          Optional<Survey> now = store.lock(id).filter(s -> s.edition == edition);
          return now.isPresent() && store.save(change.of(now.get()));
        });
  }
}
