package org.postpurchase.site.review;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.site.PageRenderer;

/** Writes our pages about reviews, and their photos. */
final class ReviewWriter {
  private static final String FORM = "post-purchase/review";
  private static final String POLICY_PAGE = "post-purchase/reviewPolicy";
  private static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'unsafe-inline';"
          + " img-src 'self' data: https: http:; font-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final PageRenderer renderer;

  public ReviewWriter(PageRenderer renderer) {
    this.renderer = renderer;
  }

  static void protect(HttpServletResponse response) {
    PageRenderer.protect(response, POLICY);
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

  void write(
      CampaignView view, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write("post-purchase/campaign", view, view.locale(), status, request, response);
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
        renderer.html(template, Collections.singletonMap("page", view), locale, request, response);
    PageRenderer.send(html, "text/html", status, response);
  }
}
