package org.postpurchase.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postpurchase.ask.OrderAsks;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageFacts;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
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
  private MemberFacts members;
  private OrderAsks asks = OrderAsks.NONE;
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

  /** Where facts about members come from. */
  private static final class MemberFacts {
    final EnrollmentStore enrollments;
    final People people;
    final Clock clock;

    MemberFacts(EnrollmentStore enrollments, People people, Clock clock) {
      this.enrollments = enrollments;
      this.people = people;
      this.clock = clock;
    }
  }

  /** Also for messages to members; to be called before the first message. */
  public SeriesMessageModel with(EnrollmentStore enrollments, Members who, Clock clock) {
    People people = new People(() -> who, () -> wording.model.shop().locale);
    members = new MemberFacts(enrollments, people, clock);
    return this;
  }

  /** Also for messages that ask for reviews; to be called before the first message. */
  public SeriesMessageModel with(OrderAsks newAsks, Clock clock) {
    asks = newAsks;
    now = clock::instant;
    return this;
  }

  private ShownAsk asked(Message message, OrderSnapshot order, String localeCode) {
    return asks == OrderAsks.NONE
        ? ShownAsk.NONE
        : asks.shown(
            order,
            message.content.recipient.key(),
            message.content.stepKey,
            LocaleCode.parse(localeCode),
            now.get());
  }

  @Override
  public MessageFacts forMessage(Message message, String localeCode) {
    String contact = EmailAddress.stored(message.content.recipient.toString()).key();
    boolean marketing = message.content.purpose == Purpose.MARKETING;
    boolean agreed = marketing || consents.basis(contact).isPresent();
    String unsubscribe = agreed ? wording.links.of(message) : "";
    SeriesModel.Facts facts =
        moment(message)
            .map(moment -> ofMember(moment, localeCode))
            .orElseGet(() -> ofOrder(message, localeCode))
            .reward(reward(message))
            .consent(consents.basis(contact))
            .unsubscribeUrl(unsubscribe);
    return new MessageFacts(wording.model.of(facts), marketing ? unsubscribe : "");
  }

  private Optional<Moment> moment(Message message) {
    return members == null || message.content.orderId != 0
        ? Optional.empty()
        : members
            .enrollments
            .find(message.content.enrollmentId)
            .flatMap(members.enrollments::momentOf);
  }

  private SeriesModel.Facts ofMember(Moment moment, String localeCode) {
    Member member =
        members
            .people
            .find(moment)
            .orElseThrow(
                () ->
                    new PostPurchaseException(
                        "The shop has no customer "
                            + moment.customerId.orElse(0)
                            + " of this message any more."));
    Language language = language(localeCode, member.locale);
    MomentValues now =
        wording
            .model
            .triggers()
            .ofPerson(moment.trigger)
            .flatMap(t -> t.factsAt(moment, language.locale, members.clock.instant()))
            .orElseThrow(
                () ->
                    new PostPurchaseException("What this message would tell is not so any more."));
    return new SeriesModel.Facts(member, moment.values.and(now)).in(language);
  }

  private SeriesModel.Facts ofOrder(Message message, String localeCode) {
    OrderSnapshot order =
        orders
            .find(message.content.orderId)
            .orElseThrow(
                () ->
                    new PostPurchaseException(
                        "Order "
                            + message.content.orderId
                            + " of this message no longer exists in the shop."));
    return new SeriesModel.Facts(order, OrderProgress.of(order, lines.read(order.orderId)))
        .promise(wording.promises.apply(order.locale))
        .asks(asked(message, order, localeCode))
        .in(language(localeCode, order.locale));
  }

  private Language language(String localeCode, Locale reader) {
    return Language.of(localeCode, reader, wording.model.shop().locale);
  }

  private Optional<RewardCode> reward(Message message) {
    return message.content.enrollmentId == 0
        ? Optional.empty()
        : rewards.newestOf(message.content.enrollmentId);
  }
}
