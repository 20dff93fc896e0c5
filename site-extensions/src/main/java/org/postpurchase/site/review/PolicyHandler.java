package org.postpurchase.site.review;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.review.ReviewSettings;
import org.postpurchase.review.ReviewSettingsReader;
import org.postpurchase.shared.Transactions;
import org.springframework.web.HttpRequestHandler;

/** The public page that says how reviews are collected and checked, as the settings are now. */
final class PolicyHandler implements HttpRequestHandler {
  /** Of the page on the shop's site. */
  public static final String PATH = "/post-purchase/reviews/policy";

  private final ReviewSettingsReader settings;
  private final Transactions transactions;
  private final ReviewWords words;
  private final ReviewWriter writer;

  public PolicyHandler(
      ReviewSettingsReader settings,
      Transactions transactions,
      ReviewWords words,
      ReviewWriter writer) {
    this.settings = settings;
    this.transactions = transactions;
    this.words = words;
    this.writer = writer;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = words.asked(request);
    Optional<ReviewSettings> active = transactions.call(settings::active);
    if (!active.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    writer.write(new PolicyView(active.get(), locale, words), request, response);
  }
}
