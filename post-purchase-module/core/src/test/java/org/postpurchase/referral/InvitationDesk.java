package org.postpurchase.referral;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.ComposeMessage;
import org.postpurchase.messaging.MessageSender;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.velocity.VelocityModule;
import org.postpurchase.referral.invite.ForgetInvited;
import org.postpurchase.referral.invite.InvitationLaw;
import org.postpurchase.referral.invite.InvitationMessages;
import org.postpurchase.referral.invite.InvitationStore;
import org.postpurchase.referral.invite.InvitationTemplates;
import org.postpurchase.referral.invite.InvitationVerdict;
import org.postpurchase.referral.invite.SendInvitations;
import org.postpurchase.referral.jdbc.ReferralJdbcModule;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.shared.Shop;
import org.postpurchase.testkit.RecordingMails;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.tracking.LinkSigner;

/** Invitations of a shop in the United States, with the real sender in front of a mail server. */
final class InvitationDesk {
  final RecordingMails mails = new RecordingMails();
  final InvitationStore store;
  final Consents consents;
  final SendInvitations send;
  final ForgetInvited forget;
  final MessageSender sender;

  /** Where orders went. */
  final Map<Long, String> countries = new HashMap<>();

  String shopCountry = "US";

  InvitationDesk(ReferralWorld world) {
    for (String table :
        List.of(
            "PP_INVITATION", "PP_INVITATION_DAY", "PP_MESSAGE", "PP_CONSENT", "PP_SUPPRESSION")) {
      world.database.jdbc.update("delete from " + table);
    }
    store =
        ReferralJdbcModule.invitations(
            world.database.jdbc, world.database.inserts, world.database.dialect);
    consents = new Consents(world.database.consents(), world.database.transactions, world.clock);
    Function<Collection<String>, Set<String>> suppressed = consents::suppressedAmong;
    LinkSigner signer = new LinkSigner(new byte[32], world.clock);
    InvitationMessages messages =
        new InvitationMessages(
            world.database.messages(),
            store,
            world.advocates,
            world,
            new InvitationMessages.Reading(
                () -> "EMAIL",
                this::shop,
                new ReferralLinks(this::shop, signer),
                new UnsubscribeLinks(this::shop, signer)::of,
                suppressed));
    SendInvitations.Base base =
        new SendInvitations.Base(
            InvitationLaw.shipped(), this::shop, world.database.transactions, world.clock);
    send =
        new SendInvitations(
            world,
            world.advocates,
            store,
            messages,
            new SendInvitations.People(
                world.keys,
                world.engine.codes(),
                suppressed,
                order -> countries.getOrDefault(order, "US")),
            base);
    forget = new ForgetInvited(store, world.database.messages(), world.failures, base);
    TemplateReader none =
        new TemplateReader() {
          @Override
          public Optional<MessageTemplate> findActive(String key, Locale locale) {
            return Optional.empty();
          }

          @Override
          public List<MessageTemplate> active(String key) {
            return List.of();
          }
        };
    sender =
        new MessageSender(
            world.database.messages(),
            messages.gate(all -> Map.of()),
            new ComposeMessage(
                new InvitationTemplates(none),
                world.database.templateVersions(world.clock),
                messages.model((all, locale) -> Map.of()),
                VelocityModule.renderer()),
            () ->
                List.of(
                    new MessageSender.Outlet(
                        mails, world.database.breaker("EMAIL"), (contact, reply, at) -> {})),
            new MessageSender.Delivery(
                MessageSender.policy(), world.database.transactions, world.clock, "this node"));
  }

  private Shop shop() {
    Shop usual = SeriesNode.SHOP;
    return new Shop(
        usual.name, usual.url, usual.supportEmail, usual.locale, usual.zone, shopCountry);
  }

  String shopName() {
    return SeriesNode.SHOP.name;
  }

  long sentOfDays() {
    return store.counts("2000-01-01").getOrDefault(InvitationVerdict.SENT, 0L);
  }
}
