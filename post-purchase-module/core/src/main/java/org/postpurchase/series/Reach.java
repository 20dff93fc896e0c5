package org.postpurchase.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.messaging.Whereabouts;

/** Where the channel of a candidate's step reaches the person. */
final class Reach {
  private final Channels channels;

  Reach(Channels channels) {
    this.channels = channels;
  }

  boolean knows(Step step) {
    return channels.find(step.channel).isPresent();
  }

  /** Empty when it does not. */
  Optional<Recipient> of(Candidate c) {
    if (c.reached == null) {
      c.reached = channels.find(c.step.channel).flatMap(by -> by.recipientOf(addressee(c)));
    }
    return c.reached;
  }

  /** Where the address is from, as far as it tells. */
  Optional<Whereabouts> from(Candidate c) {
    return of(c).flatMap(to -> channels.find(to.channel).flatMap(by -> by.whereabouts(to)));
  }

  /** Looks for all that have somebody to reach, once for each channel. */
  void find(List<Candidate> candidates) {
    Map<String, List<Candidate>> byChannel =
        candidates.stream()
            .filter(c -> c.address().isPresent() && !c.step.isBranch())
            .collect(Collectors.groupingBy(c -> c.step.channel));
    byChannel.forEach((key, some) -> channels.find(key).ifPresent(by -> find(some, by)));
  }

  private static void find(List<Candidate> candidates, Channel by) {
    List<Addressee> people = new ArrayList<>();
    candidates.forEach(c -> people.add(addressee(c)));
    Map<Addressee, Recipient> found = by.recipientsOf(people);
    for (int i = 0; i < people.size(); i++) {
      candidates.get(i).reached = Optional.ofNullable(found.get(people.get(i)));
    }
  }

  private static Addressee addressee(Candidate c) {
    return new Addressee(
        c.enrollment.contact, c.email(), c.enrollment.customerId, c.enrollment.orderId);
  }
}
