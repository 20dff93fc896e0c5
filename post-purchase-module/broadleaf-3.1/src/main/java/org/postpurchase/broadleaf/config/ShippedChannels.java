package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.postpurchase.messaging.Channel;

/** The product's own channels that are switched on. Every bean of this type counts. */
final class ShippedChannels {
  final List<Channel> channels;

  ShippedChannels(Collection<? extends Channel> channels) {
    this.channels = Collections.unmodifiableList(new ArrayList<>(channels));
  }
}
