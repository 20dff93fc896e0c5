package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.email.HostMailSettings;
import org.postpurchase.broadleaf.entity.Choice;
import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.Channel;
import org.postpurchase.messaging.ChannelBreaker;
import org.postpurchase.messaging.ChannelRests;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageSender;
import org.postpurchase.messaging.jdbc.MessagingJdbcModule;
import org.postpurchase.messaging.mail.MailModule;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/** The ways out of the shop: e-mail by the store's mail server, and each channel that is a bean. */
public final class ChannelsOfShop implements ApplicationListener<ContextRefreshedEvent> {
  private final Infrastructure base;
  private final HostMailSettings mail;
  private final Channels channels;

  ChannelsOfShop(Infrastructure base, BeanFactory beans, String mailFrom) {
    this.base = base;
    mail = new HostMailSettings(beans, mailFrom);
    channels = new Channels(MailModule.smtp(mail), () -> others((ListableBeanFactory) beans));
  }

  private static List<Channel> others(ListableBeanFactory beans) {
    List<Channel> others = new ArrayList<>();
    for (ShippedChannels some : beans.getBeansOfType(ShippedChannels.class).values()) {
      others.addAll(some.channels);
    }
    others.addAll(beans.getBeansOfType(Channel.class, false, false).values());
    return others;
  }

  /** The host's forms and lists offer what is registered. */
  @Override
  public void onApplicationEvent(ContextRefreshedEvent event) {
    Choice.Channel.offer(channels.all());
  }

  /** The domain that mails are sent from, in lower case; empty when no sender is set. */
  public String getSenderDomain() {
    return mail.domain();
  }

  public Channels getChannels() {
    return channels;
  }

  /** What keeps channels at rest while nothing can leave by them. */
  public ChannelRests getRests() {
    return ChannelRests.of(
        () -> channels.all().stream().map(this::breaker).collect(Collectors.toList()));
  }

  private ChannelBreaker breaker(Channel channel) {
    return MessagingJdbcModule.breaker(base.jdbc, base.dialect, channel.key());
  }

  List<MessageSender.Outlet> outlets(Consents main) {
    List<MessageSender.Outlet> outlets = new ArrayList<>();
    for (Channel channel : channels.all()) {
      Consents consents = main.by(channel.consentKey());
      outlets.add(
          new MessageSender.Outlet(
              channel,
              breaker(channel),
              (recipient, reply, at) -> consents.bounced(recipient.contact, reply, at)));
    }
    return outlets;
  }
}
