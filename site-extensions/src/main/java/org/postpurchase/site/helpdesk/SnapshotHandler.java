package org.postpurchase.site.helpdesk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.helpdesk.CallBudget;
import org.postpurchase.helpdesk.CustomerSnapshot;
import org.postpurchase.helpdesk.HelpDeskSecrets;
import org.postpurchase.helpdesk.HelpDeskSettings;
import org.postpurchase.helpdesk.HelpDeskStore;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.shared.Transactions;
import org.postpurchase.site.PageRenderer;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Answers a help desk that shows the key: what the customer with the address {@code email} bought,
 * has and complained about, as JSON. The key is judged before the body is read. Settings are kept
 * for a few seconds, so that guessing costs no look at the database. By POST, so that addresses
 * stay out of logs; it changes nothing.
 */
final class SnapshotHandler implements HttpRequestHandler {
  private static final int PER_MINUTE = 60;
  private static final int TOO_MANY = 429;
  private static final int UNPROCESSABLE = 422;
  private static final Duration SETTINGS_KEPT = Duration.ofSeconds(5);
  private static final String BEARER = "Bearer ";
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(SnapshotHandler.class));

  private final HelpDeskStore store;
  private final HelpDeskSecrets secrets;
  private final CustomerSnapshot snapshot;
  private final Transactions transactions;
  private final Clock clock;
  private final CallBudget budget;
  private HelpDeskSettings known;
  private Instant readAt = Instant.EPOCH;

  public SnapshotHandler(
      HelpDeskStore store,
      HelpDeskSecrets secrets,
      CustomerSnapshot snapshot,
      Infrastructure base) {
    this.store = store;
    this.secrets = secrets;
    this.snapshot = snapshot;
    this.transactions = base.transactions;
    this.clock = base.clock;
    this.budget = new CallBudget(PER_MINUTE, base.clock);
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageRenderer.protect(response, "default-src 'none'");
    try {
      answer(request, response);
    } catch (RuntimeException failure) {
      TROUBLE.error("snapshot", "a customer snapshot could not be made", failure);
      say("The shop could not answer; ask again later.", 503, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HelpDeskSettings settings = settings();
    if (!settings.answers) {
      refuse(HttpServletResponse.SC_NOT_FOUND, response);
      return;
    }
    if (!secrets.isSnapshotKey(settings, key(request))) {
      response.setHeader("WWW-Authenticate", "Bearer");
      refuse(HttpServletResponse.SC_UNAUTHORIZED, response);
      return;
    }
    if (!budget.take()) {
      response.setHeader("Retry-After", String.valueOf(budget.waitSeconds()));
      say("More than " + PER_MINUTE + " questions a minute.", TOO_MANY, response);
      return;
    }
    String typed = request.getParameter("email");
    Optional<EmailAddress> address = address(typed == null ? "" : typed.trim());
    if (!address.isPresent()) {
      say("The field email holds no e-mail address.", UNPROCESSABLE, response);
      return;
    }
    Optional<String> found = snapshot.of(address.get());
    if (found.isPresent()) {
      PageRenderer.send(found.get(), "application/json", HttpServletResponse.SC_OK, response);
    } else {
      say("Nobody has ordered with that address.", HttpServletResponse.SC_NOT_FOUND, response);
    }
  }

  private static Optional<EmailAddress> address(String typed) {
    try {
      return Optional.of(EmailAddress.of(typed));
    } catch (InvalidEmailAddressException e) {
      return Optional.empty();
    }
  }

  private synchronized HelpDeskSettings settings() {
    Instant now = clock.instant();
    if (known == null || !now.isBefore(readAt.plus(SETTINGS_KEPT)) || now.isBefore(readAt)) {
      known = transactions.call(store::read);
      readAt = now;
    }
    return known;
  }

  private static String key(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER)
        ? header.substring(BEARER.length()).trim()
        : "";
  }

  private static void say(String words, int status, HttpServletResponse response)
      throws IOException {
    PageRenderer.send("{\"error\":\"" + words + "\"}", "application/json", status, response);
  }

  /** At once: a container waits for the rest of a request before it ends an answer. */
  private static void refuse(int status, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setHeader("Connection", "close");
    response.setContentLength(0);
    response.flushBuffer();
  }
}
