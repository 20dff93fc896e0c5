package org.postpurchase.admin.points;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.tier.TierChange;
import org.postpurchase.tier.Tiers;

/** Plain values of where an account stands and how it came there, for the page. */
final class TierNote {
  private final Tiers.View at;
  public final List<Change> changes;
  private final Moments moments;
  private final Locale locale;

  TierNote(Tiers.View at, List<Change> changes, Moments moments, Locale locale) {
    this.at = at;
    this.changes = Collections.unmodifiableList(changes);
    this.moments = moments;
    this.locale = locale;
  }

  /** Empty below the lowest tier. */
  public String getName() {
    return at.tier().map(t -> t.name).orElse("");
  }

  public String getSince() {
    return at.standing.since == null ? "" : moments.of(at.standing.since);
  }

  /** When it is lost; empty while it is safe. */
  public String getUntil() {
    return at.standing.graceUntil == null ? "" : moments.of(at.standing.graceUntil);
  }

  /** What counts towards tiers: points or money. */
  public String getGathered() {
    return at.policy.format(at.standing.qualified, locale);
  }

  /** One step up or down, or the warning of one. */
  public static final class Change {
    private final TierChange change;
    public final String tier;
    private final Moments moments;

    Change(TierChange change, String tier, Moments moments) {
      this.change = change;
      this.tier = tier;
      this.moments = moments;
    }

    public String getKind() {
      return change.kind.name();
    }

    public String getAt() {
      return moments.of(change.at);
    }
  }
}
