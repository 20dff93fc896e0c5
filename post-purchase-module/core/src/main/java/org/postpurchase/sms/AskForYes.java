package org.postpurchase.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postpurchase.consent.Consents;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.NewMessage;
import org.postpurchase.messaging.Recipient;
import org.postpurchase.order.OrderEvent;
import org.postpurchase.order.OrderFact;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Purpose;

/**
 * Notes the number of a placed order, and asks its holder to answer YES where the buyer has ticked
 * the box for text messages. Whoever typed the number may be anybody: only the answer from the
 * number itself is a yes. Each number gets at most one question in 30 days, and none after its
 * holder has said STOP.
 *
 * <p>The number of statements does not depend on how many orders are handled at once. Handling the
 * same event again changes nothing.
 */
public final class AskForYes implements EventHandler {
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(30);

  private final OrderReader orders;
  private final Numbers numbers;
  private final SmsAnswers answers;
  private final Consents consents;
  private final MessageStore messages;
  private final Clock clock;

  /** Where numbers come from and where they are kept. */
  public static final class Numbers {
    final OrderPhones typed;
    final PhoneNumbers plans;
    final PhoneStore known;

    public Numbers(OrderPhones typed, PhoneNumbers plans, PhoneStore known) {
      this.typed = typed;
      this.plans = plans;
      this.known = known;
    }
  }

  /**
   * @param consents of this channel
   */
  public AskForYes(
      OrderReader orders,
      Numbers numbers,
      SmsAnswers answers,
      Consents consents,
      MessageStore messages,
      Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.answers = answers;
    this.consents = consents;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "phones";
  }

  @Override
  public boolean reactsTo(OrderFact fact) {
    return fact == OrderFact.SUBMITTED;
  }

  @Override
  public void handle(List<OrderEvent> events) {
    Set<Long> ids =
        events.stream().map(e -> e.orderId).collect(Collectors.toCollection(TreeSet::new));
    Map<Long, Phone> found = found(ids);
    if (found.isEmpty()) {
      return;
    }
    Map<Long, SmsAnswers.Answer> ticked = answers.findAll(found.keySet());
    Set<String> typed = found.values().stream().map(p -> p.number).collect(Collectors.toSet());
    Map<String, Phone> known =
        numbers.known.ofNumbers(typed).stream()
            .collect(Collectors.toMap(AskForYes::key, p -> p, (newer, older) -> newer));
    Set<String> suppressed = consents.suppressedAmong(typed);
    Map<String, Phone> next = new LinkedHashMap<>();
    List<NewMessage> questions = new ArrayList<>();
    Instant now = clock.instant();
    found.forEach(
        (orderId, phone) -> {
          Phone before = next.getOrDefault(key(phone), known.get(key(phone)));
          Phone after = merged(before, phone, suppressed.contains(phone.number));
          SmsAnswers.Answer answer = ticked.get(orderId);
          if (answer != null && answer.granted && mayBeAsked(after, now)) {
            after = after.but().state(Phone.State.ASKED).asked(answer.textShown, now).build();
            questions.add(question(after, ""));
          }
          next.put(key(phone), after);
        });
    numbers.known.put(next.values(), now);
    if (!questions.isEmpty()) {
      messages.queueAll(questions, now);
    }
  }

  private Map<Long, Phone> found(Set<Long> ids) {
    Map<Long, OrderPhones.Typed> typed = numbers.typed.of(ids);
    if (typed.isEmpty()) {
      return Collections.emptyMap();
    }
    Map<Long, OrderSnapshot> known = orders.findAll(typed.keySet());
    Map<Long, Phone> found = new LinkedHashMap<>();
    for (long id : ids) {
      OrderPhones.Typed number = typed.get(id);
      OrderSnapshot order = known.get(id);
      if (number != null && order != null && !order.email.isEmpty()) {
        numbers
            .plans
            .parse(number.number, number.country)
            .ifPresent(
                parsed ->
                    found.put(
                        id,
                        Phone.of(EmailAddress.keyOf(order.email), parsed.e164)
                            .country(parsed.country)
                            .order(id, order.locale.toLanguageTag())
                            .build()));
      }
    }
    return found;
  }

  private static String key(Phone phone) {
    return phone.contact + ' ' + phone.number;
  }

  private static Phone merged(Phone before, Phone now, boolean suppressed) {
    if (before == null) {
      return suppressed ? now.but().state(Phone.State.STOPPED).build() : now;
    }
    Phone.Builder merged = before.but();
    return now.orderId > before.orderId
        ? merged.order(now.orderId, now.localeCode).build()
        : merged.build();
  }

  static boolean mayBeAsked(Phone phone, Instant now) {
    boolean open = phone.state == Phone.State.KNOWN || phone.state == Phone.State.ASKED;
    return open && (phone.askedAt == null || !phone.askedAt.plus(ASKED_AGAIN_AFTER).isAfter(now));
  }

  /**
   * @param again makes the question another one than that of the order; empty for that one
   */
  static NewMessage question(Phone phone, String again) {
    return new NewMessage(
        SmsQuestions.TOUCH + ":" + phone.orderId + ":" + phone.number + again,
        SmsQuestions.TOUCH,
        Purpose.TRANSACTIONAL,
        phone.orderId,
        SmsQuestions.TOUCH,
        phone.localeCode,
        Recipient.of(SmsChannel.KEY, phone.number, phone.contact));
  }
}
