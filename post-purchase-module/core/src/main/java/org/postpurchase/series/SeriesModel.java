package org.postpurchase.series;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderLine;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderProgress;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.reward.RewardCode;

/**
 * What the texts of a series may show: everything of {@link OrderModel}, and {@code products},
 * {@code links}, {@code consent} and, where there is one, {@code reward}.
 */
public final class SeriesModel {
  private final OrderModel orders;

  public SeriesModel(OrderModel orders) {
    this.orders = orders;
  }

  /** The facts behind one message. */
  public static final class Facts {
    final OrderSnapshot order;
    final OrderProgress progress;
    Optional<DispatchPromise> promise = Optional.empty();
    Optional<RewardCode> reward = Optional.empty();
    Optional<ConsentRecord> consent = Optional.empty();
    String unsubscribeUrl = "";

    public Facts(OrderSnapshot order, OrderProgress progress) {
      this.order = order;
      this.progress = progress;
    }

    public Facts promise(Optional<DispatchPromise> newPromise) {
      promise = newPromise;
      return this;
    }

    public Facts reward(Optional<RewardCode> newReward) {
      reward = newReward;
      return this;
    }

    public Facts consent(Optional<ConsentRecord> newConsent) {
      consent = newConsent;
      return this;
    }

    public Facts unsubscribeUrl(String newUrl) {
      unsubscribeUrl = newUrl;
      return this;
    }
  }

  public Map<String, Object> of(Facts facts) {
    Locale locale = facts.order.locale;
    Map<String, Object> model = new HashMap<>(orders.of(facts.order, facts.promise));
    model.put("products", orders.linesOf(products(facts.order, facts.progress), locale));
    model.put("links", Collections.singletonMap("unsubscribe", facts.unsubscribeUrl));
    model.put(
        "consent",
        Collections.singletonMap(
            "date", facts.consent.map(c -> orders.day(c.recordedAt, locale)).orElse("")));
    facts.reward.ifPresent(reward -> model.put("reward", rewardOf(reward, locale)));
    return model;
  }

  /** The lines whose product the buyer kept and the shop still has. */
  static List<OrderLine> products(OrderSnapshot order, OrderProgress progress) {
    return order.lines.stream()
        .filter(line -> line.care.available && progress.isKept(line.lineId))
        .collect(Collectors.toList());
  }

  private Map<String, Object> rewardOf(RewardCode reward, Locale locale) {
    Map<String, Object> map = new HashMap<>();
    map.put("code", reward.code);
    map.put("title", reward.title);
    map.put("expires", orders.day(reward.expiresAt, locale));
    map.put("url", orders.shop().url);
    return map;
  }
}
