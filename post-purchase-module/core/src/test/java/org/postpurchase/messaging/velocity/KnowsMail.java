package org.postpurchase.messaging.velocity;

import jakarta.mail.Message;

final class KnowsMail {
  Message message;
}
