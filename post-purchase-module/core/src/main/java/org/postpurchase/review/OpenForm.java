package org.postpurchase.review;

import java.util.List;
import java.util.Optional;
import org.postpurchase.ask.AskStore;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Transactions;

/** Opens the page behind a link. Changes nothing, however often it is done and by whomever. */
public final class OpenForm {
  private final ReviewSettingsReader settings;
  private final OrderReader orders;
  private final ReviewStore store;
  private final PhotoStore photos;
  private final AskStore asks;
  private final Sources sources;

  /** What the page is made of besides stores. */
  static final class Sources {
    final ReadLines read;
    final ReviewRewards rewards;
    final Transactions transactions;

    Sources(ReadLines read, ReviewRewards rewards, Transactions transactions) {
      this.read = read;
      this.rewards = rewards;
      this.transactions = transactions;
    }
  }

  OpenForm(
      ReviewSettingsReader settings,
      OrderReader orders,
      ReviewStore store,
      PhotoStore photos,
      AskStore asks,
      Sources sources) {
    this.settings = settings;
    this.orders = orders;
    this.store = store;
    this.photos = photos;
    this.asks = asks;
    this.sources = sources;
  }

  /**
   * Empty while reviews are switched off, and for an order that the shop does not have any more.
   */
  public Optional<ReviewForm> of(long orderId) {
    return sources.transactions.call(
        () -> settings.active().flatMap(s -> orders.find(orderId).map(order -> form(order, s))));
  }

  private ReviewForm form(OrderSnapshot order, ReviewSettings active) {
    String contact = EmailAddress.stored(order.email).key();
    List<ReviewLine> lines = sources.read.of(order);
    ReviewForm.Written written = new ReviewForm.Written();
    for (ReviewLine line : lines) {
      line.review.ifPresent(
          review -> {
            store.textOf(review.id).ifPresent(text -> written.texts.put(review.id, text));
            written.photos.put(review.id, photos.of(review.id));
          });
    }
    boolean incentivised = !active.incentive.isEmpty() || sources.rewards.arePromised();
    return new ReviewForm(order, lines, active, incentivised, asks.isStopped(contact), written);
  }
}
