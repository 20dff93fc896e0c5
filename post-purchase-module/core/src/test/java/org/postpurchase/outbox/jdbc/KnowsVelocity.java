package org.postpurchase.outbox.jdbc;

import org.apache.velocity.VelocityContext;

final class KnowsVelocity {
  VelocityContext context;
}
