package org.postpurchase.site.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.postpurchase.review.ReviewPage;
import org.postpurchase.review.ReviewQuery;
import org.postpurchase.review.ReviewsToWrite;
import org.postpurchase.review.ShowReviews;
import org.postpurchase.site.OncePerRequest;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseReviews} in the store's page templates: what buyers say about a product.
 * Never throws and changes nothing.
 */
final class ReviewsExpression implements BroadleafVariableExpression {
  private final ShowReviews reviews;
  private final ReviewWords words;
  private final ReviewsToWrite toWrite;

  public ReviewsExpression(ShowReviews reviews, ReviewsToWrite toWrite, ReviewWords words) {
    this.reviews = reviews;
    this.toWrite = toWrite;
    this.words = words;
  }

  @Override
  public String getName() {
    return "postpurchaseReviews";
  }

  /**
   * The reviews of the product on the page, as the page's address wants them; null while reviews
   * are switched off. Read once for each request, however often the page asks.
   *
   * @param product the host's product, as its pages have it
   */
  public BlockView of(Object product) {
    if (!(product instanceof Product) || ((Product) product).getId() == null) {
      return null;
    }
    Product known = (Product) product;
    Optional<BlockView> view =
        OncePerRequest.of(
            "postpurchase.reviews." + known.getId(),
            () ->
                Optional.ofNullable(PagePart.shown("the reviews of a product", () -> view(known))));
    return view.orElse(null);
  }

  /**
   * What the customer who is signed in has received and not reviewed yet; null for nothing and for
   * nobody.
   */
  public List<ReviewsToWrite.ToWrite> toWrite() {
    return PagePart.shown(
        "what can be reviewed",
        () ->
            Visitor.signedIn()
                .map(visitor -> toWrite.of(visitor.getId()))
                .filter(open -> !open.isEmpty()));
  }

  public String text(String name) {
    return words.of("ToWrite_" + name, LocaleContextHolder.getLocale());
  }

  private Optional<BlockView> view(Product product) {
    HttpServletRequest request = BroadleafRequestContext.getBroadleafRequestContext().getRequest();
    ReviewQuery query =
        ReviewQuery.of(product.getId())
            .sorted(request.getParameter(BlockAddress.SORT))
            .stars(request.getParameter(BlockAddress.STARS))
            .withPhotos(request.getParameter(BlockAddress.PHOTOS) != null)
            .after(request.getParameter(BlockAddress.AFTER));
    Locale locale = LocaleContextHolder.getLocale();
    return reviews.page(query).map(page -> view(page, product, request, locale));
  }

  private BlockView view(
      ReviewPage page, Product product, HttpServletRequest request, Locale locale) {
    String path = product.getUrl() == null ? request.getRequestURI() : product.getUrl();
    String context = product.getUrl() == null ? "" : request.getContextPath();
    return new BlockView(
        page,
        new BlockAddress(context + path),
        words,
        locale,
        ProductMarkup.of(page, product.getName(), words.shop.absolute(path)));
  }
}
