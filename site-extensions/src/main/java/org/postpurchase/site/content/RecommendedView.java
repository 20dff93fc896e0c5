package org.postpurchase.site.content;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.recommend.RecommendWords;
import org.postpurchase.recommend.Recommendation;
import org.postpurchase.shared.LocalText;

/** What else somebody may like. Getters for page templates. */
final class RecommendedView {
  public final List<Item> items;
  private final ContentTexts texts;
  private final Locale locale;

  RecommendedView(List<Recommendation> all, ContentTexts texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
    items = all.stream().map(Item::new).collect(Collectors.toList());
  }

  public String getLanguage() {
    return texts.language(locale);
  }

  public String getHeading() {
    return RecommendWords.of("heading", locale);
  }

  /** One product. */
  public final class Item {
    private final Recommendation recommendation;

    Item(Recommendation recommendation) {
      this.recommendation = recommendation;
    }

    public String getName() {
      return recommendation.product.name;
    }

    public String getUrl() {
      return recommendation.product.url;
    }

    public String getPicture() {
      return recommendation.product.picture;
    }

    public String getPrice() {
      return recommendation.product.price == null
          ? ""
          : recommendation.product.price.format(locale);
    }

    public String getReason() {
      return RecommendWords.reason(recommendation, locale);
    }

    /** The merchant's terms; empty for none. */
    public String getOffer() {
      if (recommendation.complement == null) {
        return "";
      }
      String note = LocalText.in(recommendation.complement.note, locale);
      String offer = RecommendWords.offer(recommendation, locale);
      String words = offer.isEmpty() || note.isEmpty() ? offer + note : offer + ": " + note;
      String code = recommendation.complement.code;
      return code.isEmpty()
          ? words
          : (words + " " + RecommendWords.of("code", locale) + ": " + code).trim();
    }
  }
}
