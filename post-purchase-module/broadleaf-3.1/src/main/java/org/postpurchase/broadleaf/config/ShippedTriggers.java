package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.postpurchase.moment.Trigger;

/** The triggers of one feature where it brings many of a kind. Every bean of this type counts. */
final class ShippedTriggers {
  final List<Trigger> triggers;

  ShippedTriggers(Collection<? extends Trigger> triggers) {
    this.triggers = Collections.unmodifiableList(new ArrayList<>(triggers));
  }
}
