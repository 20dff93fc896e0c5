package org.postpurchase.site.points;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.postpurchase.loyalty.ClaimLinks;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * The token of a claim link. A guest who follows the link must sign in or open an account first;
 * the store's security keeps the page that was asked for in the session, and with it the token,
 * also when it is an account that was opened.
 */
public final class ClaimToken {
  private static final String SAVED = "SPRING_SECURITY_SAVED_REQUEST";

  private ClaimToken() {}

  /**
   * The token as sent, else the one of the page that was asked for before signing in; whether it is
   * good is for others to say.
   *
   * @param sent with the request; null for none
   */
  public static Optional<String> of(Object sent) {
    if (sent != null) {
      return Optional.of(String.valueOf(sent));
    }
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context == null ? Optional.empty() : saved(context.getRequest());
  }

  static Optional<String> saved(HttpServletRequest request) {
    HttpSession session = request == null ? null : request.getSession(false);
    Object saved = session == null ? null : session.getAttribute(SAVED);
    if (!(saved instanceof SavedRequest)) {
      return Optional.empty();
    }
    String[] values = ((SavedRequest) saved).getParameterValues(ClaimLinks.PARAMETER);
    return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
  }
}
