package org.postpurchase.admin.recommend;

import java.util.Arrays;
import java.util.Map;
import org.postpurchase.admin.content.ProductChoice;
import org.postpurchase.recommend.Complement;
import org.postpurchase.recommend.OfferKind;
import org.postpurchase.segment.GoodsNames;

/** What was typed into the form of a pair, and what it means. */
final class PairForm {
  /** Null together with a problem. */
  final Complement pair;

  /** Last part of the key of words that say it; empty for none. */
  final String problem;

  private PairForm(Complement pair, String problem) {
    this.pair = pair;
    this.problem = problem;
  }

  static PairForm of(Map<String, String> typed, GoodsNames goods) {
    String category = typed.get("category");
    boolean ofCategory = !category.isEmpty();
    long bought =
        ofCategory
            ? (category.matches("\\d{1,18}") ? Long.parseLong(category) : 0)
            : ProductChoice.of(typed.get("bought"), goods);
    long other = ProductChoice.of(typed.get("other"), goods);
    Map<Long, String> products = goods.products(Arrays.asList(bought, other));
    boolean known =
        ofCategory ? goods.categories().containsKey(bought) : products.containsKey(bought);
    if (!known) {
      return new PairForm(null, "NoBought");
    }
    if (!products.containsKey(other) || (!ofCategory && other == bought)) {
      return new PairForm(null, "NoOther");
    }
    OfferKind offer = OfferKind.PLAIN;
    for (OfferKind each : OfferKind.values()) {
      offer = each.name().equals(typed.get("offer")) ? each : offer;
    }
    String note = typed.get("note");
    String code = typed.get("code");
    if (note.length() > Complement.NOTE_MAX || code.length() > Complement.CODE_MAX) {
      return new PairForm(null, "Long");
    }
    if (offer != OfferKind.PLAIN && note.isEmpty() && code.isEmpty()) {
      return new PairForm(null, "NoTerms");
    }
    return new PairForm(Complement.plain(ofCategory, bought, other).on(offer, note, code), "");
  }
}
