package org.postpurchase.broadleaf.settings;

import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks once what several parts of one page ask: while a page is shown, which changes nothing, the
 * first answer serves the others. Forms that are sent, background work and tests without a request
 * ask anew each time. One request belongs to one thread.
 */
public final class OncePerPage {
  private OncePerPage() {}

  /**
   * @param question names what is asked, with all that the answer depends on
   * @param ask never gives null
   */
  @SuppressWarnings("unchecked") // the same question has the same kind of answer
  public static <T> T of(String question, Supplier<T> ask) {
    RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
    if (!(attributes instanceof ServletRequestAttributes)) {
      return ask.get();
    }
    HttpServletRequest request = ((ServletRequestAttributes) attributes).getRequest();
    if (!"GET".equals(request.getMethod())) {
      return ask.get();
    }
    String name = OncePerPage.class.getName() + ":" + question;
    T answer = (T) request.getAttribute(name);
    if (answer == null) {
      answer = ask.get();
      request.setAttribute(name, answer);
    }
    return answer;
  }
}
