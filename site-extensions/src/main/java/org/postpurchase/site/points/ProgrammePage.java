package org.postpurchase.site.points;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.postpurchase.shared.Shop;
import org.postpurchase.site.ShopCurrency;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.ServletContextAware;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring3.context.SpringWebContext;

/**
 * The programme's public page, outside the store's layouts since those greet whoever is signed in:
 * nothing on it belongs to anybody, so caches may keep it for a few minutes. Not found while the
 * programme is switched off.
 */
final class ProgrammePage
    implements HttpRequestHandler, ApplicationContextAware, ServletContextAware {
  private static final String TEMPLATE = "post-purchase/programmePage";

  private final ShowProgramme programme;
  private final TemplateEngine engine;
  private final Shop shop;
  private final String path;
  private ApplicationContext context;
  private ServletContext servlets;

  public ProgrammePage(ShowProgramme programme, TemplateEngine engine, Shop shop, String path) {
    this.programme = programme;
    this.engine = engine;
    this.shop = shop;
    this.path = path;
  }

  @Override
  public void setApplicationContext(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void setServletContext(ServletContext servlets) {
    this.servlets = servlets;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Locale locale = locale(request);
    String amount = request.getParameter("amount");
    Optional<ProgrammeView> view =
        programme.page(ShopCurrency.ofRequest(), locale, amount == null ? "" : amount);
    if (!view.isPresent()) {
      response.setHeader("Cache-Control", "no-cache");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    write(render(view.get(), locale, request, response), view.get(), request, response);
  }

  /**
   * The store's choice, where its filters have made one; else the visitor's wish, or the shop's.
   */
  private Locale locale(HttpServletRequest request) {
    BroadleafRequestContext store = BroadleafRequestContext.getBroadleafRequestContext();
    if (store != null && store.getLocale() != null) {
      return LocaleContextHolder.getLocale();
    }
    return request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
  }

  private String render(
      ProgrammeView view, Locale locale, HttpServletRequest request, HttpServletResponse response) {
    Map<String, Object> model = new HashMap<>();
    model.put("ppProgramme", view);
    model.put("pageTitle", view.getTitle());
    model.put("metaDescription", view.getIntro());
    model.put("canonicalUrl", shop.url + path);
    model.put("shopName", shop.name);
    return engine.process(
        TEMPLATE, new SpringWebContext(request, response, servlets, locale, model, context));
  }

  /**
   * Language and currency come with the request's headers, so caches must tell them apart. An
   * answer that begins a session, or sets any cookie, belongs to one visitor.
   */
  private static void write(
      String html, ProgrammeView view, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    boolean ofOne = response.containsHeader("Set-Cookie") || (session != null && session.isNew());
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", ofOne ? "private, no-cache" : "public, max-age=300");
    response.setHeader("Vary", "Accept-Language, Cookie");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Language", view.getLanguage());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
