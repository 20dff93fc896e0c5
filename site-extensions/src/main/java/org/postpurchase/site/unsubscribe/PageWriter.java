package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.util.Collections;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.PageRenderer;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/** Writes the page; if it cannot be rendered, its words go out bare. */
final class PageWriter {
  private static final SparseLog TROUBLE = new SparseLog(LoggerFactory.getLogger(PageWriter.class));
  private static final String TEMPLATE = "post-purchase/unsubscribe";
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final PageRenderer renderer;

  public PageWriter(PageRenderer renderer) {
    this.renderer = renderer;
  }

  static void protect(HttpServletResponse response) {
    PageRenderer.protect(response, POLICY);
  }

  void html(UnsubscribePage page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html;
    try {
      html =
          renderer.html(
              TEMPLATE, Collections.singletonMap("page", page), page.locale, request, response);
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
    response.setHeader("Content-Language", page.getLanguage());
    PageRenderer.send(text, type, page.state.status, response);
  }
}
