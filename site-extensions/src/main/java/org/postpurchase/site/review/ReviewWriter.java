package org.postpurchase.site.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.web.context.ServletContextAware;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring3.context.SpringWebContext;

/**
 * Writes our pages about reviews with the store's template engine but outside its layouts: a store
 * that wants them to look otherwise brings templates of the same names.
 */
public final class ReviewWriter implements ApplicationContextAware, ServletContextAware {
  private static final String FORM = "post-purchase/review";
  private static final String POLICY_PAGE = "post-purchase/reviewPolicy";
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'unsafe-inline';"
          + " img-src 'self' data: https: http:; font-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine engine;
  private ApplicationContext context;
  private ServletContext servlets;

  public ReviewWriter(TemplateEngine engine) {
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

  /** Keeps the form and its address out of caches, search engines, frames and other sites. */
  static void protect(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", POLICY);
  }

  /** What cannot be anything but a picture, whatever is in it. */
  static void jpeg(byte[] bytes, String caching, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", caching);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setContentType("image/jpeg");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  void write(FormView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(FORM, view, view.locale(), status, request, response);
  }

  void write(PolicyView view, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(POLICY_PAGE, view, view.locale(), 200, request, response);
  }

  private void write(
      String template,
      Object view,
      Locale locale,
      int status,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String html =
        engine.process(
            template,
            new SpringWebContext(
                new UnreadForm(request),
                response,
                servlets,
                locale,
                Collections.singletonMap("page", view),
                context));
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer(); // before the container waits for the rest of a request
  }
}
