package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;

/** Reports to series that points will expire. */
public final class ReportExpiringPoints implements ExpiryAudience {
  private final Moments moments;

  public ReportExpiringPoints(Moments moments) {
    this.moments = moments;
  }

  @Override
  public Optional<Wish> wish() {
    return moments.audience(PointsExpiringTrigger.KEY).map(a -> new Wish(a.ahead, a.since));
  }

  @Override
  public void told(long customerId, String key, Instant expiresAt, Instant now) {
    moments.report(
        Moment.ofCustomer(PointsExpiringTrigger.KEY, customerId).day(expiresAt).happened(key, now));
  }

  @Override
  public void told(List<Notice> notices, Instant now) {
    moments.report(
        notices.stream()
            .map(
                each ->
                    Moment.ofCustomer(PointsExpiringTrigger.KEY, each.customerId)
                        .day(each.expiresAt)
                        .happened(each.key, now))
            .collect(Collectors.toList()));
  }
}
