package org.postpurchase.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.brand.BrandLook;
import org.postpurchase.click.ClickLinks;
import org.postpurchase.click.ClickSwitch;
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
  private static final String POLICY = "Content-Security-Policy";

  private final TemplateEngine engine;

  /** How the script stands in a page of ours that needs it. */
  private static final String SCRIPT = "<script defer=\"defer\" src=\"";

  private BrandLook look;
  private ClickSwitch clicks;
  private ApplicationContext context;
  private ServletContext servlets;

  public PageRenderer(TemplateEngine engine) {
    this.engine = engine;
  }

  /** The shop's colours and fonts; the usual ones unless it is told. */
  public void setLook(BrandLook look) {
    this.look = look;
  }

  /** Whether pages report that a link of a mail led to them; they do not unless it is told. */
  public void setClicks(ClickSwitch clicks) {
    this.clicks = clicks;
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
    String page =
        branded(
            engine.process(
                template,
                new SpringWebContext(
                    new UnreadForm(request), response, servlets, locale, model, context)));
    return isFollowed(request)
        ? inHead(page, SCRIPT + request.getContextPath() + ClickLinks.SCRIPT + "\"></script>")
        : page;
  }

  private String branded(String page) {
    String css = look == null ? "" : look.css();
    return css.isEmpty() ? page : inHead(page, "<style>" + css + "</style>");
  }

  private static String inHead(String page, String more) {
    int end = page.indexOf("</head>");
    return end < 0 ? page : page.substring(0, end) + more + page.substring(end);
  }

  /** Whether a link of a mail led to the page, and the shop wants to know. */
  private boolean isFollowed(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null
        && query.contains(ClickLinks.PARAMETER + "=")
        && clicks != null
        && clicks.isOn();
  }

  /** The page's policy, which lets in nothing but what the page needs, with room for the script. */
  private static String withScript(String policy) {
    String scripts =
        policy.contains("script-src ")
            ? policy.replace("script-src ", "script-src 'self' ")
            : policy + "; script-src 'self'";
    return scripts.contains("connect-src ") ? scripts : scripts + "; connect-src 'self'";
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
    response.setHeader(POLICY, policy);
  }

  /** Sends it at once: a container waits for the rest of a request before it ends an answer. */
  public static void send(String text, String type, int status, HttpServletResponse response)
      throws IOException {
    String policy = response.getHeader(POLICY);
    if (policy != null && text.contains(SCRIPT)) {
      response.setHeader(POLICY, withScript(policy));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(type + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }
}
