package org.postpurchase.site.referral;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.PageRenderer;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes the pages of friends and advocates. */
final class ReferralPages {
  private final PageRenderer renderer;
  private final Shop shop;

  public ReferralPages(PageRenderer renderer, Shop shop) {
    this.renderer = renderer;
    this.shop = shop;
  }

  /** The store's choice, where its filters have made one; else the visitor's wish. */
  Locale locale(HttpServletRequest request) {
    BroadleafRequestContext store = BroadleafRequestContext.getBroadleafRequestContext();
    if (store != null && store.getLocale() != null) {
      return LocaleContextHolder.getLocale();
    }
    return request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
  }

  String shopName() {
    return shop.name;
  }

  void write(
      String template,
      Object page,
      int status,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("page", page);
    model.put("shop", shop);
    String html = renderer.html(template, model, locale(request), request, response);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    PageRenderer.send(html, "text/html", status, response);
  }

  /** The card as a file to print, or as a page where there can be no file. */
  void writePdf(CardPage card, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<byte[]> file = card.pdf();
    if (!file.isPresent()) {
      write("post-purchase/referralCard", card, 200, request, response);
      return;
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Disposition", "inline; filename=\"card.pdf\"");
    response.setContentType("application/pdf");
    response.setContentLength(file.get().length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(file.get());
    }
  }
}
