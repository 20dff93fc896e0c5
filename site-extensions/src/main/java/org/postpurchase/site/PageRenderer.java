package org.postpurchase.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.brand.BrandLook;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.web.context.ServletContextAware;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring3.context.SpringWebContext;

/**
 * Makes whole pages with the store's template engine but outside its layouts: a store that wants
 * one to look otherwise brings a template of the same name. Thread-safe.
 */
public final class PageRenderer implements ApplicationContextAware, ServletContextAware {
  private final TemplateEngine engine;
  private BrandLook look;
  private ApplicationContext context;
  private ServletContext servlets;

  public PageRenderer(TemplateEngine engine) {
    this.engine = engine;
  }

  /** The shop's colours and fonts; the usual ones unless it is told. */
  public void setLook(BrandLook look) {
    this.look = look;
  }

  @Override
  public void setApplicationContext(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void setServletContext(ServletContext servlets) {
    this.servlets = servlets;
  }

  /** Reads nothing of the request's body, however long it is. */
  public String html(
      String template,
      Map<String, ?> model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    return branded(
        engine.process(
            template,
            new SpringWebContext(
                new UnreadForm(request), response, servlets, locale, model, context)));
  }

  private String branded(String page) {
    String css = look == null ? "" : look.css();
    int end = css.isEmpty() ? -1 : page.indexOf("</head>");
    return end < 0
        ? page
        : page.substring(0, end) + "<style>" + css + "</style>" + page.substring(end);
  }

  /**
   * Keeps a page and its address out of caches, search engines, frames and other sites.
   *
   * @param policy what the page may load, as a Content-Security-Policy
   */
  public static void protect(HttpServletResponse response, String policy) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", policy);
  }

  /** Sends it at once: a container waits for the rest of a request before it ends an answer. */
  public static void send(String text, String type, int status, HttpServletResponse response)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }
}
