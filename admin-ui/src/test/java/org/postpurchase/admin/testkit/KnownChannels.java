package org.postpurchase.admin.testkit;

import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.mail.MailModule;

/** A shop that sends by mail alone, as a started webapp offers it in forms. */
public final class KnownChannels {
  private KnownChannels() {}

  public static Channels all() {
    Channels channels =
        Channels.of(
            MailModule.smtp(
                () -> {
                  throw new IllegalStateException("nothing is sent");
                }));
    Choice.Channel.offer(channels.all());
    return channels;
  }
}
