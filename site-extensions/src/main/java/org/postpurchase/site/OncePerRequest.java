package org.postpurchase.site;

import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;

/** Keeps for the rest of a request what several parts of its page need. */
public final class OncePerRequest {
  private OncePerRequest() {}

  /**
   * What was read under that name in this request, else what is read now; read each time where
   * there is no request.
   *
   * @param name of one kind of value only
   */
  @SuppressWarnings("unchecked")
  public static <T> T of(String name, Supplier<T> read) {
    BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
    HttpServletRequest request = context == null ? null : context.getRequest();
    if (request == null) {
      return read.get();
    }
    Object kept = request.getAttribute(name);
    if (kept == null) {
      kept = read.get();
      request.setAttribute(name, kept);
    }
    return (T) kept;
  }
}
