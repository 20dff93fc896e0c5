package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.messaging.LinkMarks;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Shop;

/**
 * Marks the links of advertising that leaves a series, while that is switched on, for readers who
 * have not objected. Mails that belong to an order, invitations to strangers, tests and texts
 * without HTML are never marked. One statement for a batch of messages; none while it is off.
 */
public final class MeasureClicks implements LinkMarks {
  /** Links that must work untouched, or that are made to be given to somebody else. */
  static final List<String> UNTOUCHED =
      Collections.unmodifiableList(
          Arrays.asList(
              "/post-purchase/unsubscribe/",
              "/post-purchase/preferences/",
              "/post-purchase/confirm/",
              "/post-purchase/friend/",
              "/post-purchase/click/",
              "/post-purchase/callback/"));

  private final ClickStore store;
  private final ClickSwitch toggle;
  private final ClickLinks links;
  private final Supplier<Shop> shop;

  public MeasureClicks(
      ClickStore store, ClickSwitch toggle, ClickLinks links, Supplier<Shop> shop) {
    this.store = requireNonNull(store, "store");
    this.toggle = requireNonNull(toggle, "toggle");
    this.links = requireNonNull(links, "links");
    this.shop = requireNonNull(shop, "shop");
  }

  @Override
  public Marking of(List<Message> messages) {
    List<Message> possible =
        messages.stream().filter(MeasureClicks::isMeasurable).collect(Collectors.toList());
    if (possible.isEmpty() || !toggle.isOn()) {
      return Marking.NONE;
    }
    Set<String> contacts =
        possible.stream().map(m -> m.content.recipient.contact).collect(Collectors.toSet());
    Set<String> objecting = store.objecting(new ArrayList<>(contacts));
    Set<Long> ids = new HashSet<>();
    possible.stream()
        .filter(m -> !objecting.contains(m.content.recipient.contact))
        .forEach(m -> ids.add(m.id));
    MarkLinks marks = new MarkLinks(shop.get(), UNTOUCHED);
    return (message, texts) -> ids.contains(message.id) ? marked(marks, message, texts) : texts;
  }

  private RenderedMessage marked(MarkLinks marks, Message message, RenderedMessage texts) {
    return new RenderedMessage(
        texts.subject,
        marks.marked(texts.html, link -> links.token(message.id, link)),
        texts.text,
        texts.templateVersion);
  }

  private static boolean isMeasurable(Message message) {
    return message.content.purpose == Purpose.MARKETING && message.content.enrollmentId != 0;
  }
}
