package org.postpurchase.outbox.canary;

import org.postpurchase.messaging.Purpose;

final class KnowsMessaging {
  Purpose purpose = Purpose.MARKETING;
}
