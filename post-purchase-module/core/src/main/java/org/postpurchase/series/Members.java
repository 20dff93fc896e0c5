package org.postpurchase.series;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.moment.MomentValues;

/**
 * What the shop knows of members of the programme. Every method joins the caller's transaction and
 * changes nothing.
 */
public interface Members {
  /** A shop without a programme. */
  Members NONE =
      new Members() {
        @Override
        public Optional<Member> find(long customerId) {
          return Optional.empty();
        }

        @Override
        public Optional<MomentValues> told(MemberMoment moment, Locale locale, Instant now) {
          return Optional.of(MomentValues.none());
        }

        @Override
        public MomentValues example(Trigger trigger, Locale locale) {
          return MomentValues.none();
        }
      };

  /** Empty when the shop has no such customer any more. */
  Optional<Member> find(long customerId);

  /** {@link #find} for many, by customer id. */
  default Map<Long, Member> findAll(Collection<Long> customerIds) {
    Map<Long, Member> found = new HashMap<>();
    customerIds.forEach(id -> find(id).ifPresent(member -> found.put(id, member)));
    return found;
  }

  /**
   * What can be told about the moment as things are now, on top of the values that it was reported
   * with; empty when it is not true any more, so that nothing is sent.
   */
  Optional<MomentValues> told(MemberMoment moment, Locale locale, Instant now);

  /** Made-up values of all names that such a moment has, to try texts on. */
  MomentValues example(Trigger trigger, Locale locale);
}
