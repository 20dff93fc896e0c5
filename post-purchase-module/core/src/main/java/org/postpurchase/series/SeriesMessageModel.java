package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageFacts;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.ModelPart;
import org.postpurchase.order.OrderLineProgress;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.reward.RewardCode;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;

/** What a message shows: order, code and basis as they are when it leaves. */
public final class SeriesMessageModel implements MessageModel {
  private final OrderReader orders;
  private final OrderLineStore lines;
  private final RewardCodeStore rewards;
  private final Consents consents;
  private final Wording wording;
  private MessagesToMembers members;
  private Channels channels;
  private OrderAsks asks = OrderAsks.NONE;
  private FriendAsk friends = FriendAsk.NONE;
  private PreferenceLinks preferences;
  private Supplier<Instant> now;

  public SeriesMessageModel(
      OrderReader orders,
      OrderLineStore lines,
      RewardCodeStore rewards,
      Consents consents,
      Wording wording) {
    this.orders = orders;
    this.lines = lines;
    this.rewards = rewards;
    this.consents = consents;
    this.wording = wording;
  }

  /** Each message is about the consent to its own channel; to be told before the first one. */
  public SeriesMessageModel by(Channels all) {
    channels = all;
    return this;
  }

  /** How facts become what texts may show. */
  public static final class Wording {
    final SeriesModel model;
    final Function<Locale, Optional<DispatchPromise>> promises;
    final UnsubscribeLinks links;

    public Wording(
        SeriesModel model,
        Function<Locale, Optional<DispatchPromise>> promises,
        UnsubscribeLinks links) {
      this.model = model;
      this.promises = promises;
      this.links = links;
    }
  }

  /** Also for messages to members; to be called before the first message. */
  public SeriesMessageModel with(EnrollmentStore enrollments, Members who, Clock clock) {
    People people = new People(() -> who, () -> wording.model.shop().locale);
    members = new MessagesToMembers(enrollments, people, wording.model.triggers(), clock::instant);
    return this;
  }

  /** Also for messages that ask for reviews; to be called before the first message. */
  public SeriesMessageModel with(OrderAsks newAsks, Clock clock) {
    asks = newAsks;
    now = clock::instant;
    return this;
  }

  /** Readers can say what they want; to be told before the first message. */
  public SeriesMessageModel with(PreferenceLinks newPreferences) {
    preferences = newPreferences;
    return this;
  }

  /** Also for messages that ask to recommend the shop; to be called before the first message. */
  public SeriesMessageModel with(FriendAsk newFriends) {
    friends = newFriends;
    return this;
  }

  private ShownAsk asked(Message message, OrderSnapshot order, String localeCode, Known known) {
    return asks == OrderAsks.NONE
        ? ShownAsk.NONE
        : known.asks.shown(
            order,
            EmailAddress.stored(order.email).key(),
            message.content.stepKey,
            LocaleCode.parse(localeCode),
            now.get());
  }

  @Override
  public Map<Long, MessageFacts> factsOf(
      List<Message> messages, Function<Message, String> localeOf) {
    Known known = new Known(messages, localeOf);
    Map<Long, MessageFacts> facts = new HashMap<>();
    messages.forEach(m -> facts.put(m.id, facts(m, localeOf.apply(m), known)));
    return facts;
  }

  /** What was read for all of the messages at once. */
  private final class Known {
    final Map<Long, OrderSnapshot> orders;
    final Map<Long, List<OrderLineProgress>> lines;
    final Map<Long, RewardCode> codes = new HashMap<>();
    final Map<Long, ConsentRecord> bases;
    final OrderAsks asks;
    final Map<Long, ModelPart.Subject> subjects = new HashMap<>();
    final Map<String, ModelPart.Reading> parts = new HashMap<>();
    final MessagesToMembers.Known members;

    Known(List<Message> messages, Function<Message, String> localeOf) {
      Set<Long> orderIds = new TreeSet<>();
      Set<Long> runIds = new TreeSet<>();
      for (Message message : messages) {
        orderIds.add(message.content.orderId);
        runIds.add(message.content.enrollmentId);
      }
      orderIds.remove(0L);
      runIds.remove(0L);
      orders =
          orderIds.isEmpty()
              ? Collections.emptyMap()
              : SeriesMessageModel.this.orders.findAll(orderIds);
      lines = SeriesMessageModel.this.lines.readAll(orderIds);
      if (!runIds.isEmpty()) { // oldest first: the newest stays
        rewards.ofEnrollments(runIds).forEach(code -> codes.put(code.grant.enrollmentId, code));
      }
      bases = basesOf(messages);
      members =
          SeriesMessageModel.this.members == null
              ? MessagesToMembers.NONE
              : SeriesMessageModel.this.members.of(
                  messages, (m, reader) -> language(localeOf.apply(m), reader).locale);
      OrderAsks all = SeriesMessageModel.this.asks;
      asks = all == OrderAsks.NONE ? all : all.knowing(orders.values(), now.get());
      messages.forEach(message -> subjects.put(message.id, subject(message)));
      wording
          .model
          .parts()
          .forEach(part -> parts.put(part.name(), part.knowing(subjects.values())));
    }

    private ModelPart.Subject subject(Message message) {
      OrderSnapshot order = orders.get(message.content.orderId);
      List<OrderLineProgress> progress =
          lines.getOrDefault(message.content.orderId, Collections.emptyList());
      return new ModelPart.Subject(
          order,
          order == null ? null : OrderProgress.of(order, progress),
          message.content.recipient.contact,
          order == null ? members.customerId(message) : order.registered ? order.customerId : 0,
          message.content.purpose == Purpose.MARKETING);
    }

    Map<String, Object> parts(Message message, Language language) {
      Map<String, Object> all = new HashMap<>();
      parts.forEach((name, part) -> all.put(name, part.of(subjects.get(message.id), language)));
      return all;
    }
  }

  /** By message id: the yes that advertising by its channel rests on. */
  private Map<Long, ConsentRecord> basesOf(List<Message> messages) {
    Map<String, List<Message>> byKey =
        messages.stream().collect(Collectors.groupingBy(this::consentKey));
    Map<Long, ConsentRecord> bases = new HashMap<>();
    byKey.forEach(
        (key, some) -> {
          Consents asked = key.isEmpty() ? consents : consents.by(key);
          Map<String, ConsentRecord> known =
              asked.bases(
                  some.stream().map(m -> m.content.recipient.contact).collect(Collectors.toSet()));
          some.forEach(m -> bases.put(m.id, known.get(m.content.recipient.contact)));
        });
    return bases;
  }

  private String consentKey(Message message) {
    return channels == null ? "" : channels.consentKey(message.content.recipient.channel);
  }

  private MessageFacts facts(Message message, String localeCode, Known known) {
    boolean marketing = message.content.purpose == Purpose.MARKETING;
    Optional<ConsentRecord> basis = Optional.ofNullable(known.bases.get(message.id));
    String unsubscribe = marketing || basis.isPresent() ? wording.links.of(message) : "";
    SeriesModel.Facts facts =
        known
            .members
            .of(message)
            .map(about -> about.facts(language(localeCode, about.member.locale)))
            .orElseGet(() -> ofOrder(message, localeCode, known))
            .reward(Optional.ofNullable(known.codes.get(message.content.enrollmentId)))
            .consent(basis)
            .parts(language -> known.parts(message, language))
            .unsubscribeUrl(unsubscribe);
    facts.preferencesUrl(unsubscribe.isEmpty() ? "" : preferences(message, facts, localeCode));
    return new MessageFacts(wording.model.of(facts), marketing ? unsubscribe : "");
  }

  private String preferences(Message message, SeriesModel.Facts facts, String localeCode) {
    if (preferences == null) {
      return "";
    }
    EmailAddress own = EmailAddress.stored(message.content.recipient.address);
    String contact = message.content.recipient.contact;
    return preferences.of(
        new PreferenceLinks.Owner(
            own.key().equals(contact) ? own : EmailAddress.stored(contact),
            facts.customerId(),
            LocaleCode.parse(localeCode)));
  }

  private SeriesModel.Facts ofOrder(Message message, String localeCode, Known known) {
    OrderSnapshot order = known.orders.get(message.content.orderId);
    if (order == null) {
      throw new PostPurchaseException(
          "Order " + message.content.orderId + " of this message no longer exists in the shop.");
    }
    List<OrderLineProgress> progress =
        known.lines.getOrDefault(order.orderId, Collections.emptyList());
    return new SeriesModel.Facts(order, OrderProgress.of(order, progress))
        .promise(wording.promises.apply(order.locale))
        .asks(asked(message, order, localeCode, known))
        .friends(
            friends.shown(
                order,
                message.content.recipient.contact,
                LocaleCode.parse(localeCode),
                message.content.purpose == Purpose.MARKETING))
        .in(language(localeCode, order.locale));
  }

  private Language language(String localeCode, Locale reader) {
    return Language.of(localeCode, reader, wording.model.shop().locale);
  }
}
