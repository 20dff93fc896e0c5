package org.postpurchase.admin.message;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.messaging.ChannelTrouble;
import org.postpurchase.shared.MaskedAddresses;

/** What keeps mail from leaving, as plain values. */
final class TroubleRow {
  private final ChannelTrouble trouble;
  private final Moments moments;

  TroubleRow(ChannelTrouble trouble, Moments moments) {
    this.trouble = trouble;
    this.moments = moments;
  }

  /** SENDER or SERVER. */
  public String getOwner() {
    return trouble.owner.name();
  }

  /** What the last try met, without anybody's address. */
  public String getReason() {
    return MaskedAddresses.in(trouble.reason);
  }

  public String getSince() {
    return moments.of(trouble.since);
  }

  public String getProbeAt() {
    return moments.of(trouble.probeAt);
  }
}
