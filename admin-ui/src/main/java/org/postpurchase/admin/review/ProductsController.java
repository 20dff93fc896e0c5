package org.postpurchase.admin.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Paging;
import org.postpurchase.analytics.ProductFigure;
import org.postpurchase.analytics.ProductFigures;
import org.postpurchase.broadleaf.admin.ReviewRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.review.ReviewedProducts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** How products do, by what their buyers say and do. Needs READ on {@link ReviewRecord}. */
@Controller
@RequestMapping("/" + ReviewsController.SECTION)
class ProductsController extends PageController {
  private static final int PAGE_SIZE = 30;

  private final AdminAccess access;
  private final Infrastructure base;
  private final ProductFigures figures;
  private final ReviewedProducts products;

  public ProductsController(
      AdminAccess access, Infrastructure base, ProductFigures figures, ReviewedProducts products) {
    this.access = access;
    this.base = base;
    this.figures = figures;
    this.products = products;
  }

  private static ProductFigures.Order order(String wanted) {
    return Arrays.stream(ProductFigures.Order.values())
        .filter(order -> order.name().equals(wanted))
        .findFirst()
        .orElse(ProductFigures.Order.LOW_STARS);
  }

  @RequestMapping(value = "/products", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "by", defaultValue = "") String by,
      @RequestParam(value = "page", defaultValue = "1") int page,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(ReviewRecord.class);
    ProductFigures.Order order = order(by);
    List<ProductRow> rows =
        base.transactions.call(
            () -> {
              Paging paging = ListScreen.page(model, "", page, figures.count(), PAGE_SIZE);
              return rows(figures.page(order, PAGE_SIZE, paging.getOffset()), locale);
            });
    model.addAttribute("rows", rows);
    model.addAttribute("by", order.name());
    model.addAttribute("orders", ProductFigures.Order.values());
    return frame(model, ReviewsController.SECTION, "products");
  }

  private List<ProductRow> rows(List<ProductFigure> page, Locale locale) {
    Map<Long, ReviewedProducts.Product> known =
        products.of(page.stream().map(f -> f.productId).collect(Collectors.toSet()));
    List<ProductRow> rows = new ArrayList<>();
    for (ProductFigure figure : page) {
      ReviewedProducts.Product product = known.get(figure.productId);
      rows.add(new ProductRow(figure, product == null ? "" : product.name, locale));
    }
    return rows;
  }
}
