package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/**
 * Takes what a page reports: that a person is there who followed a link of a mail. The token is
 * judged before the database is asked. Reporting the same again changes nothing; reports of one
 * message are judged one after the other, on any number of nodes.
 */
public final class RecordClick {
  private final ClickStore store;
  private final ClickSwitch toggle;
  private final ClickLinks links;
  private final Supplier<Shop> shop;
  private final Transactions transactions;
  private final Clock clock;

  /** What came of a report. */
  public enum Outcome {
    COUNTED,
    DOUBTFUL,
    /** It was counted before. */
    KNOWN,
    /** The token is none of ours, or too old. */
    REFUSED,
    /** Nothing is measured, the reader objects, or the message is gone; nothing is kept. */
    NOTHING
  }

  public RecordClick(
      ClickStore store,
      ClickSwitch toggle,
      ClickLinks links,
      Supplier<Shop> shop,
      Transactions transactions,
      Clock clock) {
    this.store = requireNonNull(store, "store");
    this.toggle = requireNonNull(toggle, "toggle");
    this.links = requireNonNull(links, "links");
    this.shop = requireNonNull(shop, "shop");
    this.transactions = requireNonNull(transactions, "transactions");
    this.clock = requireNonNull(clock, "clock");
  }

  public Outcome record(String token) {
    Optional<ClickLinks.Followed> followed = links.read(token);
    if (!followed.isPresent()) {
      return Outcome.REFUSED;
    }
    return toggle.isOn() ? transactions.call(() -> record(followed.get())) : Outcome.NOTHING;
  }

  private Outcome record(ClickLinks.Followed followed) {
    ClickStore.Sent message = store.lock(followed.messageId).orElse(null);
    if (message == null
        || !message.marketing
        || message.handedOver == null
        || followed.link < 1
        || !store.objecting(Collections.singleton(message.contact)).isEmpty()) {
      return Outcome.NOTHING;
    }
    Instant now = clock.instant();
    List<Click> changed =
        JudgeClick.follow(
            followed.link, store.ofMessage(message.messageId), message.handedOver, now);
    if (changed.isEmpty()) {
      return Outcome.KNOWN;
    }
    String target =
        new MarkLinks(shop.get(), MeasureClicks.UNTOUCHED).target(message.html, followed.link);
    Map<Integer, String> targets = Collections.singletonMap(followed.link, target);
    store.keep(message, changed, targets);
    return Outcome.valueOf(changed.get(0).verdict().name());
  }
}
