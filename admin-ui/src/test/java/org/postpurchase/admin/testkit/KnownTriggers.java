package org.postpurchase.admin.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.moment.Trigger;
import org.postpurchase.order.OrderHistory;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.Triggers;

/** The triggers of a shop in which everything that is said about members stays true. */
public final class KnownTriggers {
  private KnownTriggers() {}

  /** Offered in forms too, as when a shop has started. */
  public static Triggers all() {
    List<Trigger> all = new ArrayList<>(OrderTriggers.shipped(new NoHistory()));
    all.add(new OfMembers(PointsExpiringTrigger.KEY, false, true));
    all.add(new OfMembers(TierTrigger.REACHED, true, false));
    all.add(new OfMembers(TierTrigger.AT_RISK, true, true));
    Triggers triggers = new Triggers(all);
    Choice.Trigger.offer(triggers.all());
    return triggers;
  }

  private static final class NoHistory implements OrderHistory {
    @Override
    public boolean hasEarlier(OrderSnapshot order) {
      return false;
    }

    @Override
    public boolean hasLater(OrderSnapshot order) {
      return false;
    }
  }

  private record OfMembers(String key, boolean countsFromHappening, boolean hasDay)
      implements PersonTrigger {
    @Override
    public String label(Locale locale) {
      return key;
    }

    @Override
    public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
      return Optional.of(MomentValues.none());
    }

    @Override
    public MomentValues example(Locale locale) {
      return MomentValues.none().text("tier", "Gold").number("points", 1);
    }
  }
}
