package org.postpurchase.site.referral;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.site.Carts;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseReferral} in the store's page templates. Never throws and changes nothing, as
 * {@code #postpurchase}.
 */
final class ReferralExpression implements BroadleafVariableExpression {
  private static final String PLAIN = "/[A-Za-z0-9/_.-]{0,120}";

  private final ShowAsk ask;
  private final ReferralWords words;

  public ReferralExpression(ShowAsk ask, ReferralWords words) {
    this.ask = ask;
    this.words = words;
  }

  @Override
  public String getName() {
    return "postpurchaseReferral";
  }

  /**
   * The ask, or the link of somebody who has one; null when there is nothing to show.
   *
   * @param order the order of a confirmation page; null on any other page
   */
  public AskView ask(Object order) {
    return PagePart.shown(
        "the referral ask",
        () -> {
          Optional<Order> placed = Carts.placed(order);
          return placed.isPresent()
              ? Visitor.current()
                  .flatMap(
                      viewer ->
                          ask.afterOrder(
                              placed.get().getId(),
                              viewer.getId(),
                              LocaleContextHolder.getLocale()))
              : anywhere();
        });
  }

  private Optional<AskView> anywhere() {
    Long customer = Visitor.registered().map(c -> c.getId()).orElse(null);
    return customer == null
        ? ask.teaser(LocaleContextHolder.getLocale())
        : ask.ofCustomer(customer, path(), LocaleContextHolder.getLocale());
  }

  public String text(String name) {
    return words.get(name, LocaleContextHolder.getLocale());
  }

  private static String path() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    HttpServletRequest request = context == null ? null : context.getRequest();
    if (request == null) {
      return "/";
    }
    String uri = request.getRequestURI();
    String path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
    return path.matches(PLAIN) && !path.startsWith("//") ? path : "/";
  }
}
