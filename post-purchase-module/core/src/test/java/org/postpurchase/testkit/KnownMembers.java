package org.postpurchase.testkit;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.series.Member;
import org.postpurchase.series.MemberMoment;
import org.postpurchase.series.Members;
import org.postpurchase.series.Trigger;

/**
 * A programme's members in memory; what is said of them stays true unless a test says otherwise.
 */
public class KnownMembers implements Members {
  /** Keys of moments that are not true any more. */
  public final Set<String> over = ConcurrentHashMap.newKeySet();

  private final Map<Long, Member> members = new ConcurrentHashMap<>();

  public KnownMembers with(long customerId, String email) {
    members.put(customerId, new Member(customerId, email, "Ada", Locale.UK));
    return this;
  }

  public void forget(long customerId) {
    members.remove(customerId);
  }

  @Override
  public Optional<Member> find(long customerId) {
    return Optional.ofNullable(members.get(customerId));
  }

  @Override
  public Optional<MomentValues> told(MemberMoment moment, Locale locale, Instant now) {
    return over.contains(moment.key) ? Optional.empty() : Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Trigger trigger, Locale locale) {
    return MomentValues.none().text("tier", "Gold").number("missing", 1200).number("points", 1);
  }
}
