package org.postpurchase.site.catalogue;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.catalogue.BuyRequest;
import org.postpurchase.catalogue.BuyResult;
import org.postpurchase.catalogue.BuyReward;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.InvalidEmailAddressException;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.HttpRequestHandler;

/**
 * What the buttons of the catalogue do, on POST alone, for the customer who is signed in; leads
 * back to the page, which tells what became of it. GET, as after signing in, shows the page and
 * changes nothing.
 */
final class RewardsHandler implements HttpRequestHandler {
  /** Names the press of the button whose code the page shows. */
  static final String GOT = "got";

  /** Names why the page shows no code. */
  static final String NOT = "not";

  static final String FAILED = "FAILED";

  private static final Logger LOG = LoggerFactory.getLogger(RewardsHandler.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final Pattern KEY = Pattern.compile("[a-z0-9:-]{1,40}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final BuyReward buy;
  private final ExploitProtectionService protection;
  private final String page;

  /**
   * @param protection the host's own check of the token in each form, asked also where the store
   *     has exempted addresses: nobody else's page may spend a shopper's points
   * @param page path of the store's page of points
   */
  public RewardsHandler(BuyReward buy, ExploitProtectionService protection, String page) {
    this.buy = buy;
    this.protection = protection;
    this.page = page;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String next = request.getContextPath() + page;
    if ("POST".equals(request.getMethod())) {
      if (isForged(request)) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      Optional<Customer> customer = Visitor.signedIn();
      if (customer.isPresent()) {
        next += answer(customer.get(), request);
      }
    } else if (!"GET".equals(request.getMethod())) {
      response.setHeader("Allow", "GET, POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    response.sendRedirect(next);
  }

  private boolean isForged(HttpServletRequest request) {
    try {
      protection.compareToken(request.getParameter(protection.getCsrfTokenParameter()));
      return false;
    } catch (ServiceException foreign) {
      TROUBLE.warn("forged", "a wish for a reward came from another page and was refused");
      return true;
    }
  }

  private String answer(Customer customer, HttpServletRequest request) {
    String reward = String.valueOf(request.getParameter("reward"));
    String version = String.valueOf(request.getParameter("version"));
    String token = String.valueOf(request.getParameter("token"));
    if (!KEY.matcher(reward).matches()
        || !NUMBER.matcher(version).matches()
        || !BuyRequest.isToken(token)) {
      return "?" + NOT + "=CHANGED";
    }
    Locale locale = LocaleContextHolder.getLocale();
    try {
      BuyResult result =
          buy.buy(
              new BuyRequest(
                  customer.getId(),
                  contact(customer),
                  reward,
                  Integer.parseInt(version),
                  token,
                  locale));
      return result.isBought() ? "?" + GOT + "=" + token : "?" + NOT + "=" + result.verdict;
    } catch (RuntimeException failure) { // rolled back as a whole; the page shows what holds now
      TROUBLE.error(
          "not given",
          "a reward was not given customer=" + customer.getId() + " reward=" + reward,
          failure);
      return "?" + NOT + "=" + FAILED;
    }
  }

  private static String contact(Customer customer) {
    String typed = customer.getEmailAddress();
    try {
      return typed == null || typed.trim().isEmpty() ? "" : EmailAddress.of(typed).key();
    } catch (InvalidEmailAddressException unusable) {
      LOG.debug("no address to bind a code to customer={}", customer.getId());
      return "";
    }
  }
}
