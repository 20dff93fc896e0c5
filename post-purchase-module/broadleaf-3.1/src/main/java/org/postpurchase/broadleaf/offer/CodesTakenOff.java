package org.postpurchase.broadleaf.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * Codes that a checkout has taken off an order, with the reason, for the pages of this session: of
 * the cart when the checkout has stopped, else of the order (bean {@code ppCodesTakenOff}).
 *
 * <p>Kept as text in the session, the newest order only; without a session nothing is remembered.
 */
public final class CodesTakenOff {
  private static final String ATTRIBUTE = "ppCodesTakenOff";

  void remember(Order order, List<CodeProblem> problems) {
    WebRequest request = request();
    if (request == null || order.getId() == null) {
      return;
    }
    StringBuilder kept = new StringBuilder(String.valueOf(order.getId()));
    Map<String, CodeVerdict> all = of(order);
    problems.forEach(problem -> all.put(problem.code, problem.verdict));
    all.forEach((code, verdict) -> kept.append('|').append(code).append(':').append(verdict));
    request.setAttribute(ATTRIBUTE, kept.toString(), RequestAttributes.SCOPE_SESSION);
  }

  /** The codes with the reason why they were taken off; empty for other orders. */
  public Map<String, CodeVerdict> of(Order order) {
    Map<String, CodeVerdict> codes = new LinkedHashMap<>();
    String[] kept = kept().orElse("").split("\\|");
    if (kept[0].equals(String.valueOf(order.getId()))) {
      for (int i = 1; i < kept.length; i++) {
        int colon = kept[i].lastIndexOf(':');
        codes.put(kept[i].substring(0, colon), CodeVerdict.valueOf(kept[i].substring(colon + 1)));
      }
    }
    return codes;
  }

  private static Optional<String> kept() {
    WebRequest request = request();
    Object kept =
        request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
    return kept instanceof String ? Optional.of((String) kept) : Optional.empty();
  }

  private static WebRequest request() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context == null ? null : context.getWebRequest();
  }
}
