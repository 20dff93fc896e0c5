package org.postpurchase.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.postpurchase.messaging.Message;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.PostPurchaseException;

/**
 * What messages show that are about a person and no order: read for all of them at once, in a
 * number of statements that depends on the triggers behind them and not on how many they are.
 */
final class MessagesToMembers {
  static final Known NONE = new Known();

  private final EnrollmentStore enrollments;
  private final People people;
  private final Triggers triggers;
  private final Supplier<Instant> now;

  MessagesToMembers(
      EnrollmentStore enrollments, People people, Triggers triggers, Supplier<Instant> now) {
    this.enrollments = enrollments;
    this.people = people;
    this.triggers = triggers;
    this.now = now;
  }

  /** What was read. */
  static final class Known {
    private final Map<Long, Moment> moments = new HashMap<>();
    private final Map<Moment, Member> members = new HashMap<>();
    private final Map<Moment, MomentValues> values = new HashMap<>();

    /** The account of a reader who is told about no order; 0 for none. */
    long customerId(Message message) {
      Moment moment = message.content.orderId == 0 ? moments.get(message.id) : null;
      return moment == null ? 0 : moment.customerId.orElse(0L);
    }

    /** Empty for a message about an order. */
    Optional<About> of(Message message) {
      Moment moment = message.content.orderId == 0 ? moments.get(message.id) : null;
      if (moment == null) {
        return Optional.empty();
      }
      if (!members.containsKey(moment)) {
        throw new PostPurchaseException(
            "The shop has no customer "
                + moment.customerId.orElse(0)
                + " of this message any more.");
      }
      if (!values.containsKey(moment)) {
        throw new PostPurchaseException("What this message would tell is not so any more.");
      }
      return Optional.of(new About(members.get(moment), moment.values.and(values.get(moment))));
    }
  }

  /** Whom one message is about, and what it tells. */
  static final class About {
    final Member member;
    private final MomentValues values;

    About(Member member, MomentValues values) {
      this.member = member;
      this.values = values;
    }

    SeriesModel.Facts facts(Language language) {
      return new SeriesModel.Facts(member, values).in(language);
    }
  }

  /**
   * @param localeOf the language in which a message is written for a reader of that language
   */
  Known of(List<Message> messages, BiFunction<Message, Locale, Locale> localeOf) {
    Map<Long, List<Message>> byRun = new LinkedHashMap<>();
    for (Message message : messages) {
      if (message.content.orderId == 0 && message.content.enrollmentId != 0) {
        byRun.computeIfAbsent(message.content.enrollmentId, id -> new ArrayList<>()).add(message);
      }
    }
    Known known = new Known();
    List<Enrollment> runs =
        byRun.isEmpty() ? Collections.emptyList() : enrollments.findAll(byRun.keySet());
    if (runs.isEmpty()) {
      return known;
    }
    Map<Long, Moment> moments = enrollments.momentsOf(runs);
    known.members.putAll(people.findAll(moments.values()));
    Map<String, Map<Moment, Locale>> readers = new LinkedHashMap<>();
    moments.forEach(
        (run, moment) ->
            byRun
                .get(run)
                .forEach(
                    message -> {
                      known.moments.put(message.id, moment);
                      Member member = known.members.get(moment);
                      if (member != null) {
                        readers
                            .computeIfAbsent(moment.trigger, key -> new LinkedHashMap<>())
                            .put(moment, localeOf.apply(message, member.locale));
                      }
                    }));
    readers.forEach(
        (trigger, some) ->
            triggers
                .ofPerson(trigger)
                .ifPresent(t -> known.values.putAll(t.factsOf(some, now.get()))));
    return known;
  }
}
