package org.postpurchase.segment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.person.PeopleListener;
import org.postpurchase.person.Person;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/**
 * Lets people into segments and out of them when their facts change, in the same transaction, and
 * reports it. Everything is judged in memory: three statements for any number of people and
 * segments, and two more where something changes.
 */
final class KeepSegments implements PeopleListener {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(KeepSegments.class));

  private final SegmentStore store;
  private final Supplier<Moments> moments;
  private final Clock clock;

  KeepSegments(SegmentStore store, Supplier<Moments> moments, Clock clock) {
    this.store = store;
    this.moments = moments;
    this.clock = clock;
  }

  @Override
  public void changed(List<Person> people) {
    changed(people, true);
  }

  /**
   * @param reported whether series hear of it
   */
  void changed(List<Person> people, boolean reported) {
    Map<Segment, Condition> live = live();
    if (live.isEmpty() || people.isEmpty()) {
      return;
    }
    Instant now = Instant.ofEpochMilli(clock.millis());
    List<Long> ids = people.stream().map(p -> p.id).sorted().collect(Collectors.toList());
    Map<Long, Set<Long>> before = store.membershipsOf(ids, live.keySet());
    Map<Segment, List<Long>> joining = new LinkedHashMap<>();
    List<Moment> happened = new ArrayList<>();
    for (Map.Entry<Segment, Condition> each : live.entrySet()) {
      Segment segment = each.getKey();
      List<Long> leaving = new ArrayList<>();
      for (Person person : people) {
        boolean was = before.getOrDefault(person.id, Collections.emptySet()).contains(segment.id);
        boolean is = each.getValue().holds(person, now);
        if (is && !was) {
          joining.computeIfAbsent(segment, s -> new ArrayList<>()).add(person.id);
        } else if (was && !is) {
          leaving.add(person.id);
        }
        if (is != was) {
          add(happened, segment, person, is ? SegmentMembership.JOINED : SegmentMembership.LEFT);
        }
      }
      store.leave(segment, leaving);
    }
    store.join(joining, now);
    if (reported && !happened.isEmpty()) {
      report(happened);
    }
  }

  private Map<Segment, Condition> live() {
    Map<Segment, Condition> live = new LinkedHashMap<>();
    for (Segment segment : store.all()) {
      try {
        if (segment.isLive() && !segment.isOutOfDate()) {
          live.put(segment, segment.condition());
        }
      } catch (SegmentRefusedException unreadable) {
        TROUBLE.warn(
            "segment " + segment.key,
            "segment '" + segment.name + "' cannot be read and is left as it is: " + unreadable);
      }
    }
    return live;
  }

  private void add(List<Moment> happened, Segment segment, Person person, String trigger) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    try {
      Moment.Builder moment =
          person.ref.customerId > 0
              ? Moment.ofCustomer(trigger, person.ref.customerId)
              : Moment.of(trigger, EmailAddress.of(person.ref.mailbox));
      happened.add(
          moment
              .values(
                  MomentValues.none()
                      .text(SegmentMembership.SEGMENT, segment.key)
                      .text("segmentName", segment.name))
              .happened(segment.id + ":" + person.id + ":" + now.toEpochMilli(), now));
    } catch (InvalidEmailAddressException nobodyToWriteTo) {
      TROUBLE.warn("address", "no moment for a mailbox that no mail can be sent to");
    }
  }

  /** Only what a series waits for. */
  private void report(List<Moment> happened) {
    Moments door = moments.get();
    for (String trigger : new String[] {SegmentMembership.JOINED, SegmentMembership.LEFT}) {
      List<Moment> those =
          happened.stream().filter(m -> m.trigger.equals(trigger)).collect(Collectors.toList());
      if (!those.isEmpty() && door.audience(trigger).isPresent()) {
        door.report(those);
      }
    }
  }
}
