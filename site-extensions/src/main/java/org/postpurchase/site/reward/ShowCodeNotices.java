package org.postpurchase.site.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.offer.CodeNotices;
import org.postpurchase.broadleaf.offer.CodeProblemTexts;
import org.postpurchase.broadleaf.offer.CodesTakenOff;
import org.postpurchase.broadleaf.offer.TierOffers;
import org.postpurchase.site.Carts;

/** Puts the reasons why codes may not be used into words. */
public final class ShowCodeNotices {
  private final CodeNotices notices;
  private final TierOffers tierOffers;
  private final CodesTakenOff takenOff;
  private final CodeProblemTexts texts;

  public ShowCodeNotices(
      CodeNotices notices, TierOffers tierOffers, CodesTakenOff takenOff, CodeProblemTexts texts) {
    this.notices = notices;
    this.tierOffers = tierOffers;
    this.takenOff = takenOff;
    this.texts = texts;
  }

  /**
   * Of a cart: the codes that may not be used, and those that a checkout has taken off. Of an order
   * that was placed: those that it went on without. Empty for anything else.
   */
  public List<CodeNotice> about(Object cart, Locale locale) {
    List<CodeNotice> all =
        Carts.open(cart).map(order -> inCart(order, locale)).orElseGet(ArrayList::new);
    Set<String> told = all.stream().map(row -> row.code).collect(Collectors.toSet());
    Optional<Order> order = Carts.open(cart);
    (order.isPresent() ? order : Carts.placed(cart))
        .map(takenOff::of)
        .orElse(Collections.emptyMap())
        .forEach(
            (code, verdict) -> {
              if (!told.contains(code)) { // it was typed in once more
                all.add(new CodeNotice(code, texts.takenOff(code, verdict, locale)));
              }
            });
    return all;
  }

  private List<CodeNotice> inCart(Order order, Locale locale) {
    List<CodeNotice> all =
        notices.of(order).stream()
            .map(problem -> new CodeNotice(problem.code, texts.of(problem, locale)))
            .collect(Collectors.toList());
    Set<String> told = all.stream().map(row -> row.code).collect(Collectors.toSet());
    tierOffers
        .membersOnly(order)
        .forEach(
            (code, tier) -> {
              if (!told.contains(code)) { // who may not use it at all need not hear of its tier
                all.add(new CodeNotice(code, texts.membersOnly(code, tier, locale)));
              }
            });
    return all;
  }
}
