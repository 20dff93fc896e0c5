package org.postpurchase.site.basket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.postpurchase.occasion.BasketLinks;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Carts;
import org.postpurchase.site.Origins;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.tracking.LinkRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.HttpRequestHandler;

/**
 * The page behind a basket link. GET and HEAD change nothing, so that mail scanners may open it;
 * the button adds what is missing to the basket of whoever presses it. What is in that basket
 * stays, and pressing it again adds nothing. Nobody is logged in, and nobody's address or cart is
 * shown.
 */
final class BasketHandler implements HttpRequestHandler {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(BasketHandler.class));
  private static final String TEMPLATE = "post-purchase/basket";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final BasketLinks links;
  private final CatalogService catalog;
  private final OrderService orders;
  private final ShopTexts texts;
  private final PageRenderer renderer;
  private final Shop shop;

  public BasketHandler(
      BasketLinks links,
      CatalogService catalog,
      OrderService orders,
      ShopTexts texts,
      PageRenderer renderer,
      Shop shop) {
    this.links = links;
    this.catalog = catalog;
    this.orders = orders;
    this.texts = texts;
    this.renderer = renderer;
    this.shop = shop;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String uri = request.getRequestURI();
    int from = request.getContextPath().length() + BasketLinks.PATH.length();
    List<BasketPage.Line> lines = lines(uri.length() > from ? uri.substring(from) : "");
    boolean post = "POST".equals(request.getMethod());
    if (post && Origins.isForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (post && !lines.isEmpty()) {
      boolean filled = fill(lines);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location",
          response.encodeRedirectURL(filled ? request.getContextPath() + "/cart" : uri));
      response.setHeader("Cache-Control", "no-store");
      return;
    }
    Map<String, Object> model = new HashMap<>();
    Locale locale = locale(request);
    model.put("page", new BasketPage(texts, shop, locale, lines));
    model.put("shop", shop);
    PageRenderer.protect(response, POLICY);
    response.setHeader("Referrer-Policy", "same-origin"); // else the form has no origin
    int status = lines.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK;
    PageRenderer.send(
        renderer.html(TEMPLATE, model, locale, request, response), "text/html", status, response);
  }

  /** What of the link's goods the shop still sells; nothing for a link that is not good. */
  private List<BasketPage.Line> lines(String token) {
    Map<Long, Integer> goods;
    try {
      goods = links.read(token);
    } catch (LinkRefusedException | NumberFormatException notOurs) {
      return Collections.emptyList();
    }
    List<BasketPage.Line> lines = new ArrayList<>();
    goods.forEach(
        (id, quantity) -> {
          Product product = catalog.findProductById(id);
          if (product != null && product.isActive()) {
            lines.add(new BasketPage.Line(id, product.getName(), quantity));
          }
        });
    return lines;
  }

  /** Returns whether everything that can be bought now is in the basket. */
  private boolean fill(List<BasketPage.Line> lines) {
    try {
      Order cart = Carts.open(CartState.getCart()).orElse(null);
      if (cart == null) {
        cart = orders.createNewCartForCustomer(CustomerState.getCustomer());
      }
      Map<Long, Integer> there = quantities(cart);
      for (BasketPage.Line line : lines) {
        int missing = line.quantity - there.getOrDefault(line.productId(), 0);
        if (missing > 0) {
          OrderItemRequestDTO item = new OrderItemRequestDTO();
          item.setProductId(line.productId());
          item.setQuantity(missing);
          cart = orders.addItem(cart.getId(), item, false);
        }
      }
      CartState.setCart(orders.save(cart, true));
      return true;
    } catch (Exception failure) { // such as options that have to be chosen, or no stock
      TROUBLE.warn("basket", "a basket link could not be followed: " + failure);
      return false;
    }
  }

  private static Map<Long, Integer> quantities(Order cart) {
    Map<Long, Integer> quantities = new HashMap<>();
    for (OrderItem item : cart.getOrderItems()) {
      Product product =
          item instanceof DiscreteOrderItem ? ((DiscreteOrderItem) item).getProduct() : null;
      if (product != null) {
        quantities.merge(product.getId(), item.getQuantity(), Integer::sum);
      }
    }
    return quantities;
  }

  private Locale locale(HttpServletRequest request) {
    BroadleafRequestContext store = BroadleafRequestContext.getBroadleafRequestContext();
    if (store != null && store.getLocale() != null) {
      return LocaleContextHolder.getLocale();
    }
    return request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
  }
}
