package org.postpurchase.series;

import java.util.Optional;
import org.postpurchase.messaging.Addressee;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.Recipient;

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
    Addressee person =
        new Addressee(
            c.enrollment.contact, c.email(), c.enrollment.customerId, c.enrollment.orderId);
    return channels.find(c.step.channel).flatMap(channel -> channel.recipientOf(person));
  }
}
