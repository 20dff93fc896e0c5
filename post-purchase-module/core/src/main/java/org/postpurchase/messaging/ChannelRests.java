package org.postpurchase.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a screen shows and changes about channels at rest. Methods join the caller's transaction.
 */
public interface ChannelRests {
  /** Empty when every channel works. */
  Optional<ChannelTrouble> trouble();

  /** Lets the next probe happen at once; false when no channel is at rest. */
  boolean probeNow(Instant now);

  /** Of several channels: the first trouble of them, and a probe of each. */
  static ChannelRests of(List<? extends ChannelRests> channels) {
    return new ChannelRests() {
      @Override
      public Optional<ChannelTrouble> trouble() {
        for (ChannelRests channel : channels) {
          Optional<ChannelTrouble> trouble = channel.trouble();
          if (trouble.isPresent()) {
            return trouble;
          }
        }
        return Optional.empty();
      }

      @Override
      public boolean probeNow(Instant now) {
        boolean any = false;
        for (ChannelRests channel : channels) {
          any |= channel.probeNow(now);
        }
        return any;
      }
    };
  }
}
