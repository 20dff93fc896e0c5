package org.postpurchase.site.redeem;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.order.CartState;
import org.postpurchase.broadleaf.points.PointsPayments;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Carts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * What the buttons of the block do, on POST alone, while GET leads to the cart: {@code use=all},
 * {@code use=some} with {@code points}, {@code use=none}. Acts on the session's own cart, for its
 * signed-in owner, and leads back to the page with the block.
 */
final class RedeemHandler implements HttpRequestHandler {
  static final String CART = "/cart";
  private static final Logger LOG = LoggerFactory.getLogger(RedeemHandler.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[A-Za-z0-9._~/-]{0,200}");
  private static final Pattern POINTS = Pattern.compile("\\d{1,12}");

  private final PointsPayments payments;
  private final ExploitProtectionService protection;

  /**
   * @param protection the host's own check of the token in each form, asked also where the store
   *     has exempted addresses: nobody else's page may spend a shopper's points
   */
  public RedeemHandler(PointsPayments payments, ExploitProtectionService protection) {
    this.payments = payments;
    this.protection = protection;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if ("GET".equals(request.getMethod())) { // a POST that was redirected on its way
      response.sendRedirect(request.getContextPath() + CART);
    } else if (!"POST".equals(request.getMethod())) {
      response.setHeader("Allow", "GET, POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (isForged(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      Order cart = Carts.open(CartState.getCart()).filter(ShowRedemption::isOwner).orElse(null);
      if (cart != null) {
        change(cart, request);
      }
      response.sendRedirect(request.getContextPath() + back(request.getParameter("back")));
    }
  }

  private boolean isForged(HttpServletRequest request) {
    try {
      protection.compareToken(request.getParameter(protection.getCsrfTokenParameter()));
      return false;
    } catch (ServiceException foreign) {
      TROUBLE.warn("forged", "a wish to pay with points came from another page and was refused");
      return true;
    }
  }

  private void change(Order cart, HttpServletRequest request) {
    try {
      String use = String.valueOf(request.getParameter("use"));
      String points = String.valueOf(request.getParameter("points")).trim();
      if (use.equals("all")) {
        CartState.setCart(payments.use(cart, PointsPayments.ALL));
      } else if (use.equals("some") && POINTS.matcher(points).matches()) {
        CartState.setCart(payments.use(cart, Long.parseLong(points)));
      } else if (use.equals("none")) {
        CartState.setCart(payments.remove(cart));
      }
    } catch (PricingException | RuntimeException failure) { // the page shows what holds now
      TROUBLE.error(
          "not kept", "a wish to pay with points was not kept order=" + cart.getId(), failure);
    }
  }

  private static String back(String wanted) {
    return wanted != null && OWN_PAGE.matcher(wanted).matches() ? wanted : CART;
  }
}
