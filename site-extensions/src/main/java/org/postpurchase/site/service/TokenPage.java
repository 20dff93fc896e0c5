package org.postpurchase.site.service;

import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.tracking.LinkRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * A page with one form behind a signed link. GET and HEAD show it and change nothing, whatever is
 * in the address; POST sends it. The token is judged before anything of a body is read, and a body
 * that is too long is answered in words.
 */
abstract class TokenPage implements HttpRequestHandler {
  static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;

  /** Ten thousand letters of any script, as browsers send them, are read and refused in words. */
  private static final int BODY_MAX = 256 * 1024;

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https: http:;"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final SparseLog TROUBLE = new SparseLog(LoggerFactory.getLogger(TokenPage.class));

  final ServiceWords words;
  private final PageRenderer renderer;
  private final String template;

  TokenPage(ServiceWords words, PageRenderer renderer, String template) {
    this.words = words;
    this.renderer = renderer;
    this.template = template;
  }

  /** What the page shows, and with which status. */
  static final class Answer {
    final PageView view;
    final int status;

    /** Where the browser goes on; null for nowhere. */
    final String next;

    private Answer(PageView view, int status, String next) {
      this.view = view;
      this.status = status;
      this.next = next;
    }

    static Answer show(PageView view, int status) {
      return new Answer(view, status, null);
    }

    /** Another request, so that a reload sends nothing. */
    static Answer next(String query) {
      return new Answer(null, HttpServletResponse.SC_SEE_OTHER, query);
    }
  }

  /** Judges the token and shows the page. */
  abstract Answer get(String token, HttpServletRequest request);

  /** Judges the token, then reads the form. */
  abstract Answer post(String token, HttpServletRequest request);

  /** The page that says what is wrong. */
  abstract PageView problem(String name, Locale locale);

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageRenderer.protect(response, POLICY);
    Locale asked = words.asked(request);
    Answer answer;
    try {
      answer = answer(request);
    } catch (LinkRefusedException refused) {
      boolean expired = refused.problem == LinkRefusedException.Problem.EXPIRED;
      answer =
          Answer.show(
              problem(expired ? "EXPIRED" : "TAMPERED", asked),
              expired ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_BAD_REQUEST);
    } catch (RuntimeException failure) {
      TROUBLE.error(template, "a page could not be served: " + template, failure);
      answer = Answer.show(problem("FAILED", asked), 503);
    }
    if (answer.next != null) {
      response.setStatus(answer.status);
      response.setHeader("Location", request.getRequestURI() + "?" + answer.next);
      return;
    }
    String html =
        renderer.html(
            template,
            Collections.singletonMap("page", answer.view),
            answer.view.locale(),
            request,
            response);
    PageRenderer.send(html, "text/html", answer.status, response);
  }

  private Answer answer(HttpServletRequest request) throws IOException {
    String token = ServicePath.token(request);
    if (!"POST".equals(request.getMethod())) {
      return get(token, request);
    }
    Answer page = get(token, request);
    if (page.status != HttpServletResponse.SC_OK) {
      return page;
    }
    int length = request.getContentLength();
    if (length < 0 || length > BODY_MAX) {
      return Answer.show(page.view.because("TOO_LARGE"), TOO_LARGE);
    }
    request.setCharacterEncoding("UTF-8");
    return post(token, request);
  }

  static String field(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
