package org.postpurchase.site.preferences;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.restraint.OptInCheck;
import org.postpurchase.restraint.OptInChecks;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.tracking.LinkRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * "Was this you?": one button behind the link of a check mail. GET and HEAD change nothing, since
 * mail scanners open every link; POST confirms, and from then on the page says so.
 */
final class ConfirmHandler implements HttpRequestHandler {
  private static final String TEMPLATE = "post-purchase/confirm";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(ConfirmHandler.class));

  private final OptInChecks checks;
  private final ShopTexts texts;
  private final Shop shop;
  private final PageRenderer renderer;

  public ConfirmHandler(OptInChecks checks, ShopTexts texts, Shop shop, PageRenderer renderer) {
    this.checks = checks;
    this.texts = texts;
    this.shop = shop;
    this.renderer = renderer;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageRenderer.protect(response, POLICY);
    try {
      Optional<OptInCheck> check = checks.read(PreferencesPath.token(request));
      if (!check.isPresent()) {
        show(problem("UNKNOWN", request), HttpServletResponse.SC_NOT_FOUND, request, response);
      } else if ("POST".equals(request.getMethod())) {
        checks.confirm(check.get(), request.getRemoteAddr());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getRequestURI());
      } else {
        show(ConfirmView.of(check.get(), texts, shop), 200, request, response);
      }
    } catch (LinkRefusedException refused) {
      boolean expired = refused.problem == LinkRefusedException.Problem.EXPIRED;
      int status = expired ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_BAD_REQUEST;
      show(problem(expired ? "EXPIRED" : "TAMPERED", request), status, request, response);
    } catch (RuntimeException failure) {
      TROUBLE.error("not served", "a page of a check could not be served", failure);
      show(problem("FAILED", request), 503, request, response);
    }
  }

  private ConfirmView problem(String name, HttpServletRequest request) {
    Locale asked = request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
    return new ConfirmView(name, LocaleCode.plain(asked), "", texts, shop);
  }

  private void show(
      ConfirmView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html =
        renderer.html(
            TEMPLATE, Collections.singletonMap("page", view), view.locale(), request, response);
    PageRenderer.send(html, "text/html", status, response);
  }
}
