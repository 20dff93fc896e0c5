package org.postpurchase.referral.invite;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageFacts;
import org.postpurchase.messaging.MessageGate;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.referral.Advocate;
import org.postpurchase.referral.AdvocateStore;
import org.postpurchase.referral.FriendCode;
import org.postpurchase.referral.ReferralLinks;
import org.postpurchase.referral.ReferralProgramme;
import org.postpurchase.referral.ReferralProgrammes;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Shop;

/**
 * The mail of an invitation. It leaves as all messages do, at most once, with a link that stops
 * anything further; asked once more right before, since the advocate may be suspended by then.
 */
public final class InvitationMessages {
  /** What the messages are called, and their template. */
  public static final String TOUCH = "referral-invitation";

  /** Channel of the links in them. */
  public static final String CHANNEL = "invite";

  private static final String KEY = "invitation:";

  private final MessageStore messages;
  private final InvitationStore store;
  private final AdvocateStore advocates;
  private final ReferralProgrammes programmes;
  private final Reading reading;

  /** What the mail is made of. */
  public static final class Reading {
    final Supplier<String> channel;
    final Supplier<Shop> shop;
    final ReferralLinks links;
    final Function<Message, String> unsubscribe;
    final Function<Collection<String>, Set<String>> suppressed;

    /**
     * @param channel key of the shop's main channel
     * @param unsubscribe the address that stops messages like that one
     * @param suppressed those of the mailboxes that advertising must not be sent to
     */
    public Reading(
        Supplier<String> channel,
        Supplier<Shop> shop,
        ReferralLinks links,
        Function<Message, String> unsubscribe,
        Function<Collection<String>, Set<String>> suppressed) {
      this.channel = requireNonNull(channel, "channel");
      this.shop = requireNonNull(shop, "shop");
      this.links = requireNonNull(links, "links");
      this.unsubscribe = requireNonNull(unsubscribe, "unsubscribe");
      this.suppressed = requireNonNull(suppressed, "suppressed");
    }
  }

  public InvitationMessages(
      MessageStore messages,
      InvitationStore store,
      AdvocateStore advocates,
      ReferralProgrammes programmes,
      Reading reading) {
    this.messages = messages;
    this.store = store;
    this.advocates = advocates;
    this.programmes = programmes;
    this.reading = reading;
  }

  OptionalLong queue(long id, EmailAddress address, Locale locale, Instant now) {
    return messages.queue(
        new NewMessage(
            KEY + id,
            TOUCH,
            Purpose.MARKETING,
            0,
            TOUCH,
            locale.toLanguageTag(),
            Recipient.mailbox(reading.channel.get(), address)),
        now);
  }

  private static boolean isOurs(Message message) {
    return message.content.touch.equals(TOUCH);
  }

  private static long id(Message message) {
    return Long.parseLong(message.content.key.substring(KEY.length()));
  }

  /**
   * Who invites with which message; messages whose invitation does not hold any more are left out.
   */
  private Map<Message, Advocate> advocates(List<Message> ours) {
    Map<Message, Advocate> found = new LinkedHashMap<>();
    List<Long> ids = new ArrayList<>();
    ours.forEach(message -> ids.add(id(message)));
    Map<Long, Invitation> invitations = store.find(ids);
    Map<Long, Optional<Advocate>> known = new HashMap<>();
    for (Message message : ours) {
      Invitation invitation = invitations.get(id(message));
      if (invitation != null) {
        known
            .computeIfAbsent(invitation.advocateId, advocates::find)
            .filter(advocate -> !advocate.suspended)
            .filter(advocate -> programme(advocate).filter(p -> p.invitations.on).isPresent())
            .ifPresent(advocate -> found.put(message, advocate));
      }
    }
    return found;
  }

  private Optional<ReferralProgramme> programme(Advocate advocate) {
    return programmes.find(advocate.programmeId).filter(ReferralProgramme::isActive);
  }

  /** What speaks against these messages, and the other gate's word on all others. */
  public MessageGate gate(MessageGate others) {
    return new MessageGate() {
      @Override
      public Map<Long, String> objections(List<Message> all) {
        return objections(all, (id, until) -> {});
      }

      @Override
      public Map<Long, String> objections(List<Message> all, BiConsumer<Long, Instant> later) {
        Map<Long, String> objections = new HashMap<>(others.objections(all, later));
        List<Message> ours = new ArrayList<>(all);
        ours.removeIf(message -> !isOurs(message));
        if (!ours.isEmpty()) {
          objections.putAll(ownObjections(ours));
        }
        return objections;
      }
    };
  }

  private Map<Long, String> ownObjections(List<Message> ours) {
    Set<String> contacts = new HashSet<>();
    ours.forEach(message -> contacts.add(message.content.recipient.contact));
    Set<String> suppressed = reading.suppressed.apply(contacts);
    Map<Message, Advocate> inviting = advocates(ours);
    Map<Long, String> objections = new HashMap<>();
    for (Message message : ours) {
      if (suppressed.contains(message.content.recipient.contact)) {
        objections.put(message.id, InvitationVerdict.SUPPRESSED.name());
      } else if (!inviting.containsKey(message)) {
        objections.put(message.id, "INVITATION_OVER");
      }
    }
    return objections;
  }

  /** The facts of these messages, and the other model's of all others. */
  public MessageModel model(MessageModel others) {
    return others.with(
        TOUCH,
        (ours, localeOf) -> {
          Map<Message, Advocate> inviting = advocates(ours);
          return MessageModel.each((m, locale) -> facts(m, inviting.get(m), locale))
              .factsOf(ours, localeOf);
        });
  }

  private MessageFacts facts(Message message, Advocate who, Function<Message, String> localeOf) {
    if (who == null) {
      throw new PostPurchaseException(
          "The invitation does not hold any more: its advocate is suspended or erased, or the"
              + " programme sends none.");
    }
    Shop shop = reading.shop.get();
    String unsubscribe = reading.unsubscribe.apply(message);
    Map<String, Object> model = new HashMap<>();
    model.put("language", localeOf.apply(message));
    model.put("direction", "ltr");
    model.put("shopName", shop.name);
    model.put("shopUrl", shop.url);
    model.put("support", Objects.toString(shop.supportEmail, ""));
    model.put("who", InvitationTemplates.shownName(who.firstName));
    model.put("gift", programme(who).map(p -> p.friendTitle).orElse(""));
    model.put("code", FriendCode.shown(who.code));
    model.put("url", reading.links.friend(who.code, CHANNEL));
    model.put("unsubscribeUrl", unsubscribe);
    return new MessageFacts(model, unsubscribe);
  }
}
