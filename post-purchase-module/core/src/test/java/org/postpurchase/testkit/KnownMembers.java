package org.postpurchase.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.loyalty.PointsExpiringTrigger;
import org.postpurchase.loyalty.TierTrigger;
import org.postpurchase.messaging.Channel;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.moment.Trigger;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.series.Member;
import org.postpurchase.series.Members;
import org.postpurchase.series.OrderTriggers;
import org.postpurchase.series.Triggers;

/**
 * A programme's members in memory; what is said of them stays true unless a test says otherwise.
 */
public class KnownMembers implements Members {
  private Channel[] channels = new Channel[0];

  /** Keys of moments that are not true any more. */
  public final Set<String> over = ConcurrentHashMap.newKeySet();

  /** People of the shop's segments. */
  public volatile SegmentMembership segments = SegmentMembership.NOBODY;

  /** Whether the shop writes to nobody too often; to be said before its nodes start. */
  public boolean restrained;

  /** Whether the shop has what it takes to measure clicks; to be said before its nodes start. */
  public boolean measured;

  /** When people last ordered, for the rest of those who never react. */
  public final Map<String, Instant> lastOrders = new ConcurrentHashMap<>();

  /** What the shop asks its buyers for; to be said before its nodes start. */
  public OrderAsks asks = OrderAsks.NONE;

  private final List<Trigger> own = new ArrayList<>();
  private final Map<Long, Member> members = new ConcurrentHashMap<>();

  public KnownMembers with(long customerId, String email) {
    members.put(customerId, new Member(customerId, email, "Ada", Locale.UK));
    return this;
  }

  /** The shop has brought triggers of its own. */
  public KnownMembers bringing(Trigger... triggers) {
    own.addAll(List.of(triggers));
    return this;
  }

  public void forget(long customerId) {
    members.remove(customerId);
  }

  @Override
  public Optional<Member> find(long customerId) {
    return Optional.ofNullable(members.get(customerId));
  }

  protected Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return over.contains(moment.key) ? Optional.empty() : Optional.of(MomentValues.none());
  }

  /** The product's triggers about orders, and those about members with what is known here. */
  public Triggers triggers() {
    List<Trigger> all = new ArrayList<>(OrderTriggers.shipped());
    all.add(new OfMembers(PointsExpiringTrigger.KEY, false, true));
    all.add(new OfMembers(TierTrigger.REACHED, true, false));
    all.add(new OfMembers(TierTrigger.AT_RISK, true, true));
    all.addAll(own);
    return new Triggers(all);
  }

  private final class OfMembers implements PersonTrigger {
    private final String key;
    private final boolean happens;
    private final boolean day;

    private OfMembers(String key, boolean happens, boolean day) {
      this.key = key;
      this.happens = happens;
      this.day = day;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public String label(Locale locale) {
      return key;
    }

    @Override
    public boolean countsFromHappening() {
      return happens;
    }

    @Override
    public boolean hasDay() {
      return day;
    }

    @Override
    public String reasonWhenOver() {
      return happens ? PersonTrigger.super.reasonWhenOver() : "POINTS_NOT_EXPIRING";
    }

    @Override
    public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
      return KnownMembers.this.factsAt(moment, locale, now);
    }

    @Override
    public MomentValues example(Locale locale) {
      return MomentValues.none().text("tier", "Gold").number("missing", 1200).number("points", 1);
    }
  }

  /** The shop sends by these too. */
  public KnownMembers sendingBy(Channel... more) {
    channels = more;
    return this;
  }

  Channel[] channels() {
    return channels.clone();
  }
}
