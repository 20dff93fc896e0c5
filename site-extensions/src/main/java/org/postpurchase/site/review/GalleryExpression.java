package org.postpurchase.site.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.shared.Transactions;
import org.postpurchase.site.PagePart;
import org.postpurchase.story.ShownStory;
import org.postpurchase.story.StoryUse;
import org.postpurchase.story.StoryViews;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseGallery} in the store's page templates: words and photos of customers. Never
 * throws and changes nothing.
 */
final class GalleryExpression implements BroadleafVariableExpression {
  private static final int MOST = 12;

  private final StoryViews stories;
  private final ReviewSettingsReader settings;
  private final Transactions transactions;
  private final ReviewWords words;

  public GalleryExpression(
      StoryViews stories,
      ReviewSettingsReader settings,
      Transactions transactions,
      ReviewWords words) {
    this.stories = stories;
    this.settings = settings;
    this.transactions = transactions;
    this.words = words;
  }

  @Override
  public String getName() {
    return "postpurchaseGallery";
  }

  /**
   * What may be shown now; null for nothing.
   *
   * @param product the host's product, for its own gallery; anything else for the whole shop's
   */
  public GalleryView of(Object product) {
    long id =
        product instanceof Product && ((Product) product).getId() != null
            ? ((Product) product).getId()
            : 0;
    Locale locale = LocaleContextHolder.getLocale();
    return PagePart.shown("the gallery", () -> view(id, locale));
  }

  private Optional<GalleryView> view(long productId, Locale locale) {
    List<ShownStory> shown =
        transactions.call(
            () ->
                settings.active().filter(s -> s.gallery).isPresent()
                    ? stories.shown(StoryUse.GALLERY, null, productId, MOST)
                    : null);
    return shown == null || shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new GalleryView(shown, words, locale));
  }
}
