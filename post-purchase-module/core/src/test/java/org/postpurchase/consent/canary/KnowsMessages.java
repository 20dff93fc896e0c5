package org.postpurchase.consent.canary;

import org.postpurchase.messaging.MessageState;

final class KnowsMessages {
  MessageState state = MessageState.SENT;
}
