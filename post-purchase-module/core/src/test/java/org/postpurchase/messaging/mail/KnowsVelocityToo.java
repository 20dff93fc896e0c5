package org.postpurchase.messaging.mail;

import org.apache.velocity.VelocityContext;

final class KnowsVelocityToo {
  VelocityContext context;
}
