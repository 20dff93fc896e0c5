package org.postpurchase.site.review;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.review.WriteFeed;
import org.postpurchase.shared.Transactions;
import org.springframework.web.HttpRequestHandler;

/**
 * The feed of all reviews for Google. One reader at a time on each node, since it is as long as the
 * shop's history; others are asked to come back.
 */
final class FeedHandler implements HttpRequestHandler {
  /** Of the feed on the shop's site. */
  public static final String PATH = "/post-purchase/reviews/google.xml";

  private static final String COME_BACK_SECONDS = "600";

  private final WriteFeed feed;
  private final ReviewSettingsReader settings;
  private final Transactions transactions;
  private final Semaphore readers = new Semaphore(1);

  public FeedHandler(WriteFeed feed, ReviewSettingsReader settings, Transactions transactions) {
    this.feed = feed;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Robots-Tag", "noindex");
    if (!transactions.call(() -> settings.active().filter(s -> s.feed).isPresent())) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/xml;charset=UTF-8");
    if ("HEAD".equals(request.getMethod())) {
      return;
    }
    if (!readers.tryAcquire()) {
      response.setHeader("Retry-After", COME_BACK_SECONDS);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
      feed.write(out, ReviewPath.PHOTOS + "*-large.jpg");
    } finally {
      readers.release();
    }
  }
}
