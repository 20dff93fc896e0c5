package org.postpurchase.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postpurchase.messaging.MessageState.CANCELLED;
import static org.postpurchase.messaging.MessageState.FAILED;
import static org.postpurchase.messaging.MessageState.QUEUED;
import static org.postpurchase.messaging.MessageState.SENDING;
import static org.postpurchase.messaging.MessageState.SENT;
import static org.postpurchase.messaging.MessageState.UNCERTAIN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageStateTest {
  private static final Map<MessageState, Set<MessageState>> ALLOWED =
      Map.of(
          QUEUED, Set.of(SENDING),
          SENDING, Set.of(QUEUED, SENT, FAILED, UNCERTAIN, CANCELLED),
          SENT, Set.of(),
          FAILED, Set.of(QUEUED),
          UNCERTAIN, Set.of(QUEUED),
          CANCELLED, Set.of());

  @Test
  void every_transition_is_either_in_the_table_or_impossible() {
    for (MessageState from : MessageState.values()) {
      for (MessageState to : MessageState.values()) {
        assertThat(from.canBecome(to))
            .as(from + " → " + to)
            .isEqualTo(ALLOWED.get(from).contains(to));
      }
    }
  }
}
