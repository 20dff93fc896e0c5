package org.postpurchase.outbox.canary;

import org.postpurchase.messaging.MessageState;

final class KnowsMessaging {
  MessageState state = MessageState.SENT;
}
