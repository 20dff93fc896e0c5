package org.postpurchase.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Reasons;

/**
 * The last check and the facts for claimed messages, all in one transaction. If that fails it is
 * undone and they are taken one by one, so that a failing message is isolated.
 */
final class PrepareMessages {
  private final MessageStore store;
  private final MessageGate gate;
  private final ComposeMessage compose;
  private final MessageSender.Outlet outlet;
  private final MessageSender.Delivery delivery;
  private final ConcludeAttempt conclude;

  PrepareMessages(
      MessageStore store,
      MessageGate gate,
      ComposeMessage compose,
      MessageSender.Outlet outlet,
      MessageSender.Delivery delivery) {
    this.store = store;
    this.gate = gate;
    this.compose = compose;
    this.outlet = outlet;
    this.delivery = delivery;
    this.conclude = new ConcludeAttempt(store, outlet, delivery);
  }

  ConcludeAttempt conclude() {
    return conclude;
  }

  ComposeMessage.Composed render(ReadyMessage ready) {
    return compose.render(ready.prepared, outlet.channel.content());
  }

  /** Those that may leave, in their order. The others have their outcome stored. */
  List<ReadyMessage> of(List<Message> claimed) {
    if (claimed.size() > 1) {
      try {
        return together(claimed);
      } catch (RuntimeException oneIsBad) {
        MessageSender.TROUBLE.warn(
            "one by one", "messages are prepared one by one: " + Reasons.of(oneIsBad));
      }
    }
    List<ReadyMessage> ready = new ArrayList<>();
    claimed.forEach(message -> ready.addAll(alone(message)));
    return ready;
  }

  private List<ReadyMessage> together(List<Message> claimed) {
    return delivery.transactions.call(
        () -> {
          Map<Long, Instant> later = new HashMap<>();
          Map<Long, String> objections = gate.objections(claimed, later::put);
          Map<Message, String> withheld = new LinkedHashMap<>();
          List<Message> free = new ArrayList<>();
          for (Message message : claimed) {
            String objection = objections.get(message.id);
            if (later.containsKey(message.id)) {
              store.requeue(message, later.get(message.id), "", false);
            } else if (objection == null) {
              free.add(message);
            } else {
              withheld.put(message, Reasons.clip(objection));
            }
          }
          if (!withheld.isEmpty()) {
            store.cancel(withheld, delivery.clock.instant());
          }
          return ready(free);
        });
  }

  private List<ReadyMessage> ready(List<Message> free) {
    List<ReadyMessage> ready = new ArrayList<>();
    if (!free.isEmpty()) {
      Map<Long, ComposeMessage.Prepared> prepared = compose.prepare(free);
      LinkMarks.Marking marking = delivery.marks.of(free);
      for (Message message : free) {
        String address = outlet.channel.handedOver(message.content.recipient.address);
        ready.add(new ReadyMessage(message, prepared.get(message.id), address, marking));
      }
    }
    return ready;
  }

  private List<ReadyMessage> alone(Message message) {
    try {
      return together(Collections.singletonList(message));
    } catch (PostPurchaseException e) { // a template or its facts: this message's problem only
      unprepared(message, SendOutcome.of(SendOutcome.Kind.CONTENT, e.getMessage()));
    } catch (Throwable e) { // anything else, such as the database, may be over soon
      unprepared(message, SendOutcome.passing(SendOutcome.Kind.CONTENT, Reasons.of(e)));
    }
    return Collections.emptyList();
  }

  /** Counts as an attempt like one that failed at the server. */
  private void unprepared(Message message, SendOutcome outcome) {
    MessageSender.guarded(
        message,
        () ->
            delivery.transactions.run(
                () -> {
                  Instant now = delivery.clock.instant();
                  store
                      .begin(Collections.singletonList(message), now)
                      .forEach(begun -> conclude.conclude(Attempt.unrendered(begun, outcome)));
                }));
  }
}
