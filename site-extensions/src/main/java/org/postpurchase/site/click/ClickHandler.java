package org.postpurchase.site.click;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.click.RecordClick;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.PageRenderer;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Takes reports of the script. Everything stands in the address: a body is never read. A forged
 * token is answered with 404; all others alike, so that nobody learns what is known of a message.
 */
public final class ClickHandler implements HttpRequestHandler {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(ClickHandler.class));

  private final RecordClick record;

  public ClickHandler(RecordClick record) {
    this.record = record;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageRenderer.protect(response, "default-src 'none'");
    response.setStatus(status(request));
    response.setContentLength(0);
    response.flushBuffer();
  }

  private int status(HttpServletRequest request) {
    if (!"POST".equals(request.getMethod())) {
      return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    }
    try {
      return record.record(ClickPath.token(request)) == RecordClick.Outcome.REFUSED
          ? HttpServletResponse.SC_NOT_FOUND
          : HttpServletResponse.SC_NO_CONTENT;
    } catch (RuntimeException failure) {
      TROUBLE.error("not kept", "a click could not be kept", failure);
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }
}
