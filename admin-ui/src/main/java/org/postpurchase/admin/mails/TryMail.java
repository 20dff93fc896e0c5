package org.postpurchase.admin.mails;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.admin.settings.CheckTemplate;
import org.postpurchase.admin.ui.OrderLinks;
import org.postpurchase.ask.FriendAsk;
import org.postpurchase.ask.ShownAsk;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockProblem;
import org.postpurchase.blocks.CheckComposition;
import org.postpurchase.blocks.ComposeTemplate;
import org.postpurchase.blocks.Composition;
import org.postpurchase.broadleaf.config.BlockParts;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SeriesParts;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.series.ExampleReward;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.PostPurchaseException;

/** Tries a mail out before it is saved: what is wrong with it, and how it looks. Reads only. */
final class TryMail {
  private final CheckComposition checkBlocks;
  private final ComposeTemplate compose;
  private final CheckTemplate checkTemplate;
  private final OrderLinks links;
  private final OrderReader orders;
  private final SeriesParts series;
  private final Infrastructure base;
  private final Clock clock;

  public TryMail(
      BlockParts blocks,
      CheckTemplate checkTemplate,
      OrderLinks links,
      OrderReader orders,
      SeriesParts series,
      Infrastructure base) {
    checkBlocks = blocks.getCheck();
    compose = blocks.getCompose();
    this.checkTemplate = checkTemplate;
    this.links = links;
    this.orders = orders;
    this.series = series;
    this.base = base;
    clock = base.clock;
  }

  /** Everything that keeps it from being saved, each with its block. */
  List<BlockProblem> problems(Draft draft, MessageTemplate row) {
    if (draft.composition != null) {
      List<BlockProblem> found = checkBlocks.problems(draft.composition);
      return found.isEmpty() ? tried(draft.composition, row) : found;
    }
    List<BlockProblem> found = new ArrayList<>();
    checkTemplate
        .problems(draft.template(row, compose, 0))
        .forEach(
            (field, problem) ->
                found.add(new BlockProblem(-1, field, BlockProblem.Code.BROKEN, problem)));
    return found;
  }

  /**
   * The whole is tried with made-up orders; where that fails, each block alone says which it is.
   */
  private List<BlockProblem> tried(Composition mail, MessageTemplate row) {
    Map<String, String> whole = check(mail, row);
    if (whole.isEmpty()) {
      return Collections.emptyList();
    }
    List<BlockProblem> found = new ArrayList<>();
    for (int i = 0; i < mail.blocks.size(); i++) {
      Block block = mail.blocks.get(i);
      Composition alone =
          new Composition(
              mail.subject, mail.preheader, mail.reason, Collections.singletonList(block));
      for (String problem : check(alone, row).values()) {
        found.add(new BlockProblem(i, "", BlockProblem.Code.BROKEN, problem));
      }
    }
    if (found.isEmpty()) {
      whole.values().forEach(p -> found.add(new BlockProblem(-1, "", BlockProblem.Code.BROKEN, p)));
    }
    return found;
  }

  private Map<String, String> check(Composition mail, MessageTemplate row) {
    return checkTemplate.problems(
        compose.write(mail, row.getLocaleCode()).as("trial", row.getLocaleCode(), 0));
  }

  Optional<OrderSnapshot> order(String number) {
    return number.isEmpty() ? Optional.empty() : orders.idOfNumber(number).flatMap(orders::find);
  }

  Optional<OrderSnapshot> newestOrder() {
    return links.newest().flatMap(orders::find);
  }

  /**
   * @param order a real one; a made-up one is shown where there is none
   * @throws PostPurchaseException when it cannot be rendered, in words for its author
   */
  RenderedMessage rendered(Draft draft, MessageTemplate row, Optional<OrderSnapshot> order) {
    org.postpurchase.messaging.MessageTemplate written = draft.template(row, compose, 0);
    Locale locale = LocaleCode.parse(row.getLocaleCode());
    OrderSnapshot shown =
        order.map(o -> inLocale(o, locale)).orElseGet(() -> OrderModel.example(locale));
    SeriesModel model = series.model;
    Map<String, Object> facts =
        new HashMap<>(
            model.of(
                new SeriesModel.Facts(shown, new OrderProgress(Collections.emptyList()))
                    .moment(model.exampleMoment(locale))
                    .reward(Optional.of(ExampleReward.at(clock.instant())))
                    .asks(ShownAsk.example(base.shop.url, locale))
                    .friends(FriendAsk.Shown.example(base.shop.url))
                    .unsubscribeUrl(base.shop.url)));
    Renderer renderer = series.renderer;
    String wording = Integer.toHexString((written.htmlLayout + written.texts.subject).hashCode());
    return renderer.render(
        new org.postpurchase.messaging.MessageTemplate(
            "preview-" + wording,
            written.localeCode,
            0,
            true,
            null,
            written.texts,
            written.htmlLayout,
            written.textLayout),
        facts);
  }

  private static OrderSnapshot inLocale(OrderSnapshot order, Locale locale) {
    return new OrderSnapshot(
        order.orderId,
        order.number,
        order.state,
        order.submittedAt,
        new OrderSnapshot.Buyer(order.customerId, order.email, order.firstName, locale),
        order.lines,
        order.totals);
  }
}
