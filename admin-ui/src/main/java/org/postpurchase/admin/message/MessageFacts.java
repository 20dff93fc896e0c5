package org.postpurchase.admin.message;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.admin.ui.StepNames;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.messaging.ChannelTrouble;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.TouchDecision;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.Pages;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Who;
import org.postpurchase.sms.SmsChannel;
import org.postpurchase.sms.SmsLog;

/** Reads what the message pages show. Changes nothing. */
public final class MessageFacts {
  private static final Pattern SIGNED =
      Pattern.compile("(" + Pattern.quote(UnsubscribeLinks.PATH) + ")[A-Za-z0-9._-]+");

  private final MessageStore messages;
  private final DecisionStore decisions;
  private final OrderReader orders;
  private final OrderLinks links;
  private final Shop shop;
  private final Words words;
  private final StepNames steps;
  private SmsLog sms;

  public MessageFacts(
      MessageStore messages,
      DecisionStore decisions,
      OrderReader orders,
      OrderLinks links,
      Shop shop,
      Words words,
      StepNames steps) {
    this.messages = messages;
    this.decisions = decisions;
    this.orders = orders;
    this.links = links;
    this.shop = shop;
    this.words = words;
    this.steps = steps;
  }

  /** What providers of text messages say of messages. */
  public void setSms(SmsLog log) {
    sms = log;
  }

  /** By the messages' own ids, in one statement; none where there are no text messages. */
  private Map<String, SmsLog.Entry> texts(List<Message> found) {
    List<String> ids =
        found.stream()
            .filter(m -> m.content.recipient.channel.equals(SmsChannel.KEY))
            .map(m -> m.mimeMessageId)
            .collect(Collectors.toList());
    return sms == null || ids.isEmpty() ? Collections.emptyMap() : sms.of(ids);
  }

  public String zone() {
    return shop.zone.getId();
  }

  /** Whom somebody may be looking for. */
  Who people(String typed) {
    return links.people(typed);
  }

  Pages<MessageState, Message> messages() {
    return messages.pages();
  }

  Pages<Verdict, TouchDecision> decisions() {
    return decisions.pages();
  }

  TroubleRow row(ChannelTrouble trouble, Locale locale) {
    return new TroubleRow(trouble, new Moments(shop.zone, locale));
  }

  Optional<MessageRow> find(long id, Locale locale) {
    return messages
        .find(id)
        .map(message -> rows(Collections.singletonList(message), locale).get(0));
  }

  /** A mail as it was rendered, without what only its reader may use. */
  public Optional<RenderedMessage> rendered(long id) {
    return messages
        .findRendered(id)
        .map(
            sent ->
                new RenderedMessage(
                    sent.subject, masked(sent.html), masked(sent.text), sent.templateVersion));
  }

  /**
   * Whoever may read a mail may not unsubscribe its reader: the signed part of the link is hidden.
   */
  private static String masked(String text) {
    return SIGNED.matcher(text).replaceAll("$1…");
  }

  Optional<OrderSnapshot> order(String number) {
    return orders.idOfNumber(number).flatMap(orders::find);
  }

  List<DecisionRow> decisions(long orderId, Locale locale) {
    return rows(decisions.ofOrder(orderId), locale, Collections.emptyMap());
  }

  /** Everything that was decided in one run of a series, oldest first. */
  public List<DecisionRow> decisionsOfEnrollment(long enrollmentId, Locale locale) {
    return rows(decisions.ofEnrollment(enrollmentId), locale, Collections.emptyMap());
  }

  /** The newest decisions about people, newest first. */
  public List<DecisionRow> newestDecisions(Who who, int most, Locale locale) {
    return listed(decisions.pages().page(null, who, ListPage.newest(most)).rows, locale);
  }

  List<DecisionRow> listed(List<TouchDecision> found, Locale locale) {
    return rows(
        found,
        locale,
        links.numbers(found.stream().map(d -> d.orderId).collect(Collectors.toSet())));
  }

  private List<DecisionRow> rows(
      List<TouchDecision> found, Locale locale, Map<Long, String> numbers) {
    Moments moments = new Moments(shop.zone, locale);
    Map<String, String> named = named(found.stream().map(d -> d.stepKey));
    return found.stream()
        .map(d -> new DecisionRow(d, name(named, d.touch, d.stepKey, locale), numbers, moments))
        .collect(Collectors.toList());
  }

  /** The messages that the decisions led to. */
  public List<MessageRow> ofDecisions(List<DecisionRow> decided, Locale locale) {
    return decided.stream()
        .map(DecisionRow::getMessageId)
        .filter(Objects::nonNull)
        .map(id -> find(id, locale))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect(Collectors.toList());
  }

  List<MessageRow> rows(List<Message> found, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    Map<Long, String> numbers =
        links.numbers(
            found.stream().map(message -> message.content.orderId).collect(Collectors.toSet()));
    Map<String, String> named = named(found.stream().map(m -> m.content.stepKey));
    Map<String, SmsLog.Entry> texts = texts(found);
    return found.stream()
        .map(
            m ->
                new MessageRow(
                        m,
                        name(named, m.content.touch, m.content.stepKey, locale),
                        template(m, locale),
                        numbers,
                        moments)
                    .with(texts.get(m.mimeMessageId)))
        .collect(Collectors.toList());
  }

  private Map<String, String> named(Stream<String> stepKeys) {
    return steps.of(stepKeys.filter(key -> !key.isEmpty()).collect(Collectors.toSet()));
  }

  private String name(Map<String, String> named, String touch, String stepKey, Locale locale) {
    String name = named.get(stepKey);
    return name == null ? words.touch(touch, stepKey, locale) : name;
  }

  private String template(Message message, Locale locale) {
    Locale language = Locale.forLanguageTag(message.content.localeCode.replace('_', '-'));
    return words.template(message.content.templateKey, locale)
        + " ("
        + language.getDisplayName(locale)
        + ")";
  }
}
