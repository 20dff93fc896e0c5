package org.postpurchase.broadleaf.config;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.referral.invite.ForgetInvited;
import org.postpurchase.referral.invite.InvitationLaw;
import org.postpurchase.referral.invite.InvitationMessages;
import org.postpurchase.referral.invite.InvitationStore;
import org.postpurchase.referral.invite.SendInvitations;
import org.postpurchase.referral.jdbc.ReferralJdbcModule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invitations that the shop mails for advocates. */
@Configuration
class InvitationConfiguration {
  @Autowired private Infrastructure base;
  @Autowired private ReferralParts referral;
  @Autowired private SeriesParts series;

  @Bean
  InvitationLaw ppInvitationLaw() {
    return InvitationLaw.shipped();
  }

  @Bean
  InvitationStore ppInvitations() {
    return ReferralJdbcModule.invitations(base.jdbc, base.inserts, base.dialect);
  }

  @Bean
  InvitationMessages ppInvitationMessages(
      MessageStore messages, InvitationStore store, Channels channels) {
    return new InvitationMessages(
        messages,
        store,
        referral.advocates,
        referral.programmes,
        new InvitationMessages.Reading(
            () -> channels.main().key(),
            base::shop,
            referral.links,
            series.links::of,
            suppressed()));
  }

  @Bean
  SendInvitations ppSendInvitations(
      InvitationLaw law, InvitationStore store, InvitationMessages messages, OrderReader orders) {
    return new SendInvitations(
        referral.programmes,
        referral.advocates,
        store,
        messages,
        new SendInvitations.People(
            referral.keys,
            referral.engine.codes(),
            suppressed(),
            id -> orders.find(id).map(order -> order.countryCode).orElse("")),
        base(law));
  }

  @Bean
  FeatureWork ppInvitationWork(InvitationLaw law, InvitationStore store, MessageStore messages) {
    return new FeatureWork()
        .during(
            FeatureWork.Stage.UPKEEP, new ForgetInvited(store, messages, base.failures, base(law)));
  }

  private SendInvitations.Base base(InvitationLaw law) {
    return new SendInvitations.Base(law, base::shop, base.transactions, base.clock);
  }

  private Function<Collection<String>, Set<String>> suppressed() {
    return series.consents::suppressedAmong;
  }
}
