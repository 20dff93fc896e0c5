package org.postpurchase.site.unsubscribe;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.ShopTexts;
import org.postpurchase.site.unsubscribe.UnsubscribePage.State;
import org.postpurchase.tracking.LinkRefusedException;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Shows the page on GET and HEAD, which change nothing, and unsubscribes on POST: from the page's
 * button or, with an answer in plain text, from that of a mail program.
 */
final class UnsubscribeHandler implements HttpRequestHandler {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(UnsubscribeHandler.class));

  private static final String METHODS = "GET, HEAD, POST, OPTIONS";

  private final Unsubscription unsubscription;
  private final PageWriter writer;
  private final ShopTexts texts;
  private final Shop shop;

  public UnsubscribeHandler(
      Unsubscription unsubscription, PageWriter writer, ShopTexts texts, Shop shop) {
    this.unsubscription = unsubscription;
    this.writer = writer;
    this.texts = texts;
    this.shop = shop;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageWriter.protect(response);
    switch (request.getMethod()) {
      case "GET":
      case "HEAD":
        writer.html(page(request, false, ConsentSource.UNSUBSCRIBE_PAGE), request, response);
        break;
      case "POST":
        post(request, response);
        break;
      case "OPTIONS":
        response.setHeader("Allow", METHODS);
        break;
      default:
        response.setHeader("Allow", METHODS);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        break;
    }
  }

  /** The token is judged before anything of the body is read. */
  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    UnsubscribePage seen = page(request, false, ConsentSource.UNSUBSCRIBE_PAGE);
    if (seen.isProblem()) {
      writer.html(seen, request, response);
      return;
    }
    switch (OneClick.wish(request)) {
      case ONE_CLICK:
        writer.text(page(request, true, ConsentSource.ONE_CLICK), response);
        break;
      case RESUME:
        writer.html(resumed(request), request, response);
        break;
      default:
        writer.html(page(request, true, ConsentSource.UNSUBSCRIBE_PAGE), request, response);
        break;
    }
  }

  /** The link was sent to the mailbox, and that is the proof. */
  private UnsubscribePage resumed(HttpServletRequest request) {
    return judged(
        request,
        reader -> {
          String question = page(State.ALREADY, reader).getResumeText();
          boolean allowed = unsubscription.resume(reader, question);
          return page(allowed ? State.RESUMED : State.ALREADY, reader);
        });
  }

  private UnsubscribePage page(HttpServletRequest request, boolean stops, ConsentSource source) {
    return judged(request, reader -> page(reader, stops, source));
  }

  private UnsubscribePage judged(
      HttpServletRequest request, Function<Unsubscription.Reader, UnsubscribePage> answer) {
    Locale asked = request.getHeader("Accept-Language") == null ? shop.locale : request.getLocale();
    try {
      Optional<Unsubscription.Reader> found = unsubscription.reader(UnsubscribePath.token(request));
      return found.map(answer).orElseGet(() -> problem(State.UNKNOWN, asked));
    } catch (LinkRefusedException refused) {
      return problem(
          refused.problem == LinkRefusedException.Problem.EXPIRED ? State.EXPIRED : State.TAMPERED,
          asked);
    } catch (RuntimeException failure) {
      TROUBLE.error("not served", "an unsubscribe link could not be served", failure);
      return problem(State.FAILED, asked);
    }
  }

  private UnsubscribePage page(Unsubscription.Reader reader, boolean stops, ConsentSource source) {
    UnsubscribePage question = page(State.ASK, reader);
    boolean fromPage = source == ConsentSource.UNSUBSCRIBE_PAGE;
    if (stops) {
      unsubscription.stop(reader, source, fromPage ? question.getMessage() : "");
      return page(State.DONE, reader);
    }
    return unsubscription.isDone(reader) ? page(State.ALREADY, reader) : question;
  }

  private UnsubscribePage page(State state, Unsubscription.Reader reader) {
    return new UnsubscribePage(state, reader.locale, texts, shop, reader.masked());
  }

  private UnsubscribePage problem(State state, Locale locale) {
    return new UnsubscribePage(state, locale, texts, shop, "");
  }
}
