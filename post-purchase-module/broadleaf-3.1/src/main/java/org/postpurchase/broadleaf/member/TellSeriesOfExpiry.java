package org.postpurchase.broadleaf.member;

import java.time.Instant;
import java.util.Optional;
import org.postpurchase.loyalty.ExpiryAudience;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.EnterOnMemberMoment;
import org.postpurchase.series.MemberMoment;
import org.postpurchase.series.Trigger;

/** Lets the series know of points that will expire. */
public final class TellSeriesOfExpiry implements ExpiryAudience {
  private final EnterOnMemberMoment series;

  public TellSeriesOfExpiry(EnterOnMemberMoment series) {
    this.series = series;
  }

  @Override
  public Optional<Wish> wish() {
    return series.audience(Trigger.POINTS_EXPIRING).map(a -> new Wish(a.ahead, a.since));
  }

  @Override
  public void told(long customerId, String key, Instant expiresAt, Instant now) {
    series.report(
        MemberMoment.ahead(
            Trigger.POINTS_EXPIRING, customerId, key, now, expiresAt, MomentValues.none()));
  }
}
