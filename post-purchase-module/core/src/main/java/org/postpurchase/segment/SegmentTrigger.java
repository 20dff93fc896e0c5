package org.postpurchase.segment;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.LocalText;

/**
 * Somebody has come into a segment, or gone out of it. Nothing is sent to whoever has gone out, or
 * come back, since. The series' own segment says which one is meant; without one, any.
 */
public final class SegmentTrigger implements PersonTrigger {
  private final boolean joined;
  private final SegmentMembership membership;

  private SegmentTrigger(boolean joined, SegmentMembership membership) {
    this.joined = joined;
    this.membership = membership;
  }

  public static List<PersonTrigger> both(SegmentMembership membership) {
    return Arrays.asList(
        new SegmentTrigger(true, membership), new SegmentTrigger(false, membership));
  }

  @Override
  public String key() {
    return joined ? SegmentMembership.JOINED : SegmentMembership.LEFT;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in(
        joined
            ? "Segment joined | de: In ein Segment gekommen"
            : "Segment left | de: Ein Segment verlassen",
        locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    String segment = moment.values.textOf(SegmentMembership.SEGMENT);
    PersonRef person = PersonRef.of(moment.customerId.orElse(0), moment.contact);
    return membership.isMember(segment, person) == joined
        ? Optional.of(MomentValues.none())
        : Optional.empty();
  }

  /** One question for each segment. */
  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Map<String, Map<Moment, PersonRef>> bySegment = new TreeMap<>();
    for (Moment moment : readers.keySet()) {
      bySegment
          .computeIfAbsent(
              moment.values.textOf(SegmentMembership.SEGMENT), key -> new LinkedHashMap<>())
          .put(moment, PersonRef.of(moment.customerId.orElse(0), moment.contact));
    }
    Map<Moment, MomentValues> facts = new HashMap<>();
    bySegment.forEach(
        (key, people) -> {
          Set<PersonRef> members = membership.membersAmong(key, people.values());
          people.forEach(
              (moment, person) -> {
                if (members.contains(person) == joined) {
                  facts.put(moment, MomentValues.none());
                }
              });
        });
    return facts;
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none().text(SegmentMembership.SEGMENT, "vip").text("segmentName", "VIP");
  }
}
