package org.postpurchase.site.referral;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.postpurchase.shared.Shop;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.ServletContextAware;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring3.context.SpringWebContext;

/**
 * Writes whole pages with the store's template engine but outside its layouts: a store that wants
 * them to look otherwise brings templates of the same names.
 */
public final class ReferralPages implements ApplicationContextAware, ServletContextAware {
  private final TemplateEngine engine;
  private final Shop shop;
  private ApplicationContext context;
  private ServletContext servlets;

  public ReferralPages(TemplateEngine engine, Shop shop) {
    this.engine = engine;
    this.shop = shop;
  }

  @Override
  public void setApplicationContext(ApplicationContext newContext) {
    context = newContext;
  }

  @Override
  public void setServletContext(ServletContext newServlets) {
    servlets = newServlets;
  }

  /** The store's choice, where its filters have made one; else the visitor's wish. */
  Locale locale(HttpServletRequest request) {
    BroadleafRequestContext store = BroadleafRequestContext.getBroadleafRequestContext();
    if (store != null && store.getLocale() != null) {
      return LocaleContextHolder.getLocale();
    }
    return request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
  }

  void write(
      String template,
      Object page,
      int status,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Locale locale = locale(request);
    Map<String, Object> model = new HashMap<>();
    model.put("page", page);
    model.put("shop", shop);
    String html =
        engine.process(
            template, new SpringWebContext(request, response, servlets, locale, model, context));
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
