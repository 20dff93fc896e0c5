package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.web.context.ServletContextAware;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring3.context.SpringWebContext;

/**
 * Writes the page with the store's template engine but outside its layouts: a store that wants it
 * to look otherwise brings a template of the same name. If even that fails, the words go out bare.
 */
public final class PageWriter implements ApplicationContextAware, ServletContextAware {
  private static final SparseLog TROUBLE = new SparseLog(LoggerFactory.getLogger(PageWriter.class));
  private static final String TEMPLATE = "post-purchase/unsubscribe";
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine engine;
  private ApplicationContext context;
  private ServletContext servlets;

  public PageWriter(TemplateEngine engine) {
    this.engine = engine;
  }

  @Override
  public void setApplicationContext(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void setServletContext(ServletContext servlets) {
    this.servlets = servlets;
  }

  /** Keeps the page and its address out of caches, search engines, frames and other sites. */
  static void protect(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", POLICY);
  }

  void html(UnsubscribePage page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html;
    try {
      html =
          engine.process(
              TEMPLATE,
              new SpringWebContext(
                  new WithoutForm(request),
                  response,
                  servlets,
                  page.locale,
                  Collections.singletonMap("page", page),
                  context));
    } catch (RuntimeException broken) { // whoever wants to unsubscribe must be told
      TROUBLE.error("template", "the template " + TEMPLATE + " cannot be rendered", broken);
      html = bare(page);
    }
    write(page, "text/html", html, response);
  }

  void text(UnsubscribePage page, HttpServletResponse response) throws IOException {
    write(page, "text/plain", page.getHeading() + "\n" + page.getMessage() + "\n", response);
  }

  private static String bare(UnsubscribePage page) {
    String form =
        page.isAsking()
            ? "<form method=\"post\"><button>" + escaped(page.getButton()) + "</button></form>"
            : "";
    return "<!DOCTYPE html><title>"
        + escaped(page.getTitle())
        + "</title><h1>"
        + escaped(page.getHeading())
        + "</h1><p>"
        + escaped(page.getMessage())
        + "</p>"
        + form;
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text);
  }

  private static void write(
      UnsubscribePage page, String type, String text, HttpServletResponse response)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(page.state.status);
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader("Content-Language", page.getLanguage());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer(); // before the container waits for the rest of a request
  }
}
