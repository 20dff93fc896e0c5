package org.postpurchase.broadleaf.points;

import java.util.Optional;
import org.broadleafcommerce.common.classloader.release.ThreadLocalManager;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.order.domain.Order;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * What became of a points payment without the shopper having asked for it: for the rest of this
 * request, so that no order is placed at a price nobody saw, and for the pages of this session.
 */
public final class PointsNotices {
  private static final String ATTRIBUTE = "ppPointsNotice";

  private final ThreadLocal<Notice> current =
      ThreadLocalManager.createThreadLocal(Notice.class, false);

  /** Pricing has made the payment smaller, or has taken it away. */
  void changed(Order order, PointsProblem problem) {
    current.set(new Notice(order.getId(), problem));
    tell(order, problem);
  }

  /** For the pages of this session, where there is one. */
  void tell(Order order, PointsProblem problem) {
    WebRequest request = request();
    if (request != null) {
      request.setAttribute(
          ATTRIBUTE, order.getId() + ":" + problem.name(), RequestAttributes.SCOPE_SESSION);
    }
  }

  /** What has changed since this request began; empty when nothing has. */
  Optional<PointsProblem> sinceRequestBegan(Order order) {
    Notice notice = current.get();
    boolean same = notice != null && notice.orderId != null;
    return same && notice.orderId.equals(order.getId())
        ? Optional.of(notice.problem)
        : Optional.empty();
  }

  /** The shopper knows by now, or will be told by the exception. */
  void forgetRequest() {
    if (current.get() != null) {
      current.set(null); // not remove(): the host's registry would note us again each time
    }
  }

  /** What a page has to say about the cart; empty when there is nothing. */
  public Optional<PointsProblem> of(Order cart) {
    WebRequest request = request();
    Object kept =
        request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
    for (PointsProblem problem : PointsProblem.values()) {
      if ((cart.getId() + ":" + problem.name()).equals(kept)) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  /** The shopper has decided anew. */
  void forget() {
    forgetRequest();
    WebRequest request = request();
    if (request != null) {
      request.removeAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
    }
  }

  private static WebRequest request() {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    return context == null ? null : context.getWebRequest();
  }

  private static final class Notice {
    final Long orderId;
    final PointsProblem problem;

    Notice(Long orderId, PointsProblem problem) {
      this.orderId = orderId;
      this.problem = problem;
    }
  }
}
