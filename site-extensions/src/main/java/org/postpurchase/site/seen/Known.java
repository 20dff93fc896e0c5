package org.postpurchase.site.seen;

import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.interest.Interests;
import org.postpurchase.site.Visitor;

/**
 * By which mailbox a visitor is known: that of the account, else the one that the browser keeps
 * since its user said yes on a page behind a link in a mail.
 */
public final class Known {
  private static final String COOKIE = "ppKnown";
  private static final int LIFE_SECONDS = 180 * 24 * 3600;
  private static final int LENGTH_MAX = 900;

  /** The address of the account, or the mailbox's key. */
  public final String mailbox;

  /** 0 for somebody who is not signed in. */
  public final long customerId;

  private Known(String mailbox, long customerId) {
    this.mailbox = mailbox;
    this.customerId = customerId;
  }

  static Optional<Known> visitor(HttpServletRequest request, Interests interests) {
    Optional<Customer> account =
        Visitor.registered()
            .filter(c -> c.getEmailAddress() != null && !c.getEmailAddress().trim().isEmpty());
    if (account.isPresent()) {
      Customer customer = account.get();
      return Optional.of(new Known(customer.getEmailAddress().trim(), customer.getId()));
    }
    return cookie(request).flatMap(interests::mailbox).map(mailbox -> new Known(mailbox, 0));
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    if (request != null && request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        String value = cookie.getValue();
        if (COOKIE.equals(cookie.getName()) && value != null && value.length() <= LENGTH_MAX) {
          return Optional.of(value.replace("\"", ""));
        }
      }
    }
    return Optional.empty();
  }

  /** This browser's user has said yes, as the owner of the mailbox. */
  public static void keep(
      HttpServletRequest request,
      HttpServletResponse response,
      Interests interests,
      String mailbox) {
    add(request, response, interests.known(mailbox), LIFE_SECONDS);
  }

  /** The user has said no. */
  public static void forget(HttpServletRequest request, HttpServletResponse response) {
    if (cookie(request).isPresent()) {
      add(request, response, "", 0);
    }
  }

  /** As a header, since cookies of this servlet API cannot say SameSite. */
  private static void add(
      HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
    response.addHeader(
        "Set-Cookie",
        COOKIE
            + '='
            + value
            + "; Max-Age="
            + seconds
            + "; Path="
            + request.getContextPath()
            + "/; HttpOnly; SameSite=Lax"
            + (request.isSecure() ? "; Secure" : ""));
  }
}
