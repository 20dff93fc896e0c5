package org.postpurchase.site.reward;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.offer.CodeNotices;
import org.postpurchase.broadleaf.offer.CodeProblemTexts;
import org.postpurchase.broadleaf.offer.TierOffers;
import org.postpurchase.site.Carts;

/** Puts the reasons why codes may not be used into words. */
public final class ShowCodeNotices {
  private final CodeNotices notices;
  private final TierOffers tierOffers;
  private final CodeProblemTexts texts;

  public ShowCodeNotices(CodeNotices notices, TierOffers tierOffers, CodeProblemTexts texts) {
    this.notices = notices;
    this.tierOffers = tierOffers;
    this.texts = texts;
  }

  /** Empty when every code in the cart may be used, or there is no cart. */
  public List<CodeNotice> about(Object cart, Locale locale) {
    Order order = Carts.open(cart).orElse(null);
    if (order == null) {
      return Collections.emptyList();
    }
    List<CodeNotice> all =
        notices.of(order).stream()
            .map(problem -> new CodeNotice(problem.code.code, texts.of(problem, locale)))
            .collect(Collectors.toList());
    Set<String> told = all.stream().map(CodeNotice::getCode).collect(Collectors.toSet());
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
