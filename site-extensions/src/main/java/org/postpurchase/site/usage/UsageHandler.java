package org.postpurchase.site.usage;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.postpurchase.occasion.UsageForm;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.site.ShopTexts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.HttpRequestHandler;

/**
 * The page behind a link to say how much a product is used. GET and HEAD change nothing; the form's
 * button notes the rate for the buyer of the order. The signed link is judged before the form is
 * read. Nobody is logged in, and nobody's name or address is shown.
 */
final class UsageHandler implements HttpRequestHandler {
  private static final String TEMPLATE = "post-purchase/usage";
  private static final int TYPED_MAX = 20;
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final UsageForm form;
  private final ShopTexts texts;
  private final PageRenderer renderer;
  private final Shop shop;

  public UsageHandler(UsageForm form, ShopTexts texts, PageRenderer renderer, Shop shop) {
    this.form = form;
    this.texts = texts;
    this.renderer = renderer;
    this.shop = shop;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String uri = request.getRequestURI();
    int from = request.getContextPath().length() + UsageForm.PATH.length();
    String token = uri.length() > from ? uri.substring(from) : "";
    Optional<UsageForm.Asked> asked = form.open(token);
    UsageForm.Answer answer = null;
    String typed = "";
    if ("POST".equals(request.getMethod()) && asked.isPresent()) {
      typed = request.getParameter("stop") != null ? "0" : typed(request);
      answer = form.save(token, typed);
      asked = form.open(token);
      typed = answer == UsageForm.Answer.SAVED ? "" : typed;
    }
    Map<String, Object> model = new HashMap<>();
    Locale locale = locale(request);
    model.put("page", new UsagePage(texts, shop, locale, asked, answer, typed));
    model.put("shop", shop);
    PageRenderer.protect(response, POLICY);
    int status = asked.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
    PageRenderer.send(
        renderer.html(TEMPLATE, model, locale, request, response), "text/html", status, response);
  }

  private static String typed(HttpServletRequest request) {
    String value = request.getParameter("perWeek");
    return value == null || value.length() > TYPED_MAX ? "" : value.trim();
  }

  private Locale locale(HttpServletRequest request) {
    BroadleafRequestContext store = BroadleafRequestContext.getBroadleafRequestContext();
    if (store != null && store.getLocale() != null) {
      return LocaleContextHolder.getLocale();
    }
    return request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
  }
}
