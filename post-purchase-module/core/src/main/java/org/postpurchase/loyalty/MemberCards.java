package org.postpurchase.loyalty;

import java.util.Collection;
import java.util.Map;

/** Where many members stand, in one statement. Joins the caller's transaction, locks nothing. */
public interface MemberCards {
  /** By owner; owners without an account of their own are left out. */
  Map<String, Card> of(String programme, Collection<String> ownerKeys);

  /** One member's. Immutable. */
  final class Card {
    /** Matured and free. */
    public final long points;

    /** Empty below the lowest tier. */
    public final String tierKey;

    /** What counted for the tiers when it was last looked at. */
    public final long qualified;

    public Card(long points, String tierKey, long qualified) {
      this.points = points;
      this.tierKey = tierKey;
      this.qualified = qualified;
    }
  }
}
