package org.postpurchase.site.content;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.content.ChooseContent;
import org.postpurchase.content.ContentEntry;
import org.postpurchase.content.ContentLibrary;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.site.SitePath;
import org.springframework.web.HttpRequestHandler;

/** The public page of all questions and answers in the visitor's language, else the shop's. */
public final class QuestionsHandler implements HttpRequestHandler {
  /** On the shop's site. */
  public static final String PATH = "/post-purchase/questions";

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private final ContentLibrary library;
  private final ContentTexts texts;
  private final PageRenderer renderer;

  public QuestionsHandler(ContentLibrary library, ContentTexts texts, PageRenderer renderer) {
    this.library = library;
    this.texts = texts;
    this.renderer = renderer;
  }

  /** Whether the request is for this page: it needs no session and leaves none behind. */
  public static boolean isPage(HttpServletRequest request) {
    return SitePath.of(request).equals(PATH);
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale =
        request.getHeader("Accept-Language") == null ? texts.shop.locale : request.getLocale();
    List<ContentEntry> all = library.entries();
    List<ContentEntry> questions = new ChooseContent(all, locale).questions();
    if (questions.isEmpty()) {
      locale = texts.shop.locale;
      questions = new ChooseContent(all, locale).questions();
    }
    int status = questions.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK;
    PageRenderer.protect(response, POLICY);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Robots-Tag", questions.isEmpty() ? "noindex" : "all");
    response.setHeader("Vary", "Accept-Language");
    String html =
        renderer.html(
            "post-purchase/questions",
            Collections.singletonMap("page", new QuestionsView(questions, texts, locale)),
            locale,
            request,
            response);
    PageRenderer.send(html, "text/html", status, response);
  }
}
