package org.postpurchase.site.seen;

import java.util.Optional;
import java.util.OptionalLong;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.interest.Interests;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Origins;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Hears from a product's page that somebody looks at it, after a sign that it is a person. Whose
 * look it is, is the requesting browser's or session's to say, never the token's: a page that a
 * cache gives to others reports nothing about anybody else. Reads no body; the answer says nothing.
 */
public final class SeenHandler implements HttpRequestHandler {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(SeenHandler.class));

  private final Interests interests;

  public SeenHandler(Interests interests) {
    this.interests = interests;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    OptionalLong product = interests.product(token(request));
    if (!product.isPresent() || Origins.isForeign(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      Optional<Known> known = Known.visitor(request, interests);
      known.ifPresent(who -> interests.saw(who.mailbox, who.customerId, product.getAsLong()));
    } catch (RuntimeException lost) { // one look less
      TROUBLE.error("not written", "what somebody looked at could not be written", lost);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /** Without the session's id, which containers may add to addresses. */
  private static String token(HttpServletRequest request) {
    String uri = request.getRequestURI().replaceFirst(";.*", "");
    int from = request.getContextPath().length() + Interests.PATH.length();
    return uri.length() > from ? uri.substring(from) : "";
  }
}
