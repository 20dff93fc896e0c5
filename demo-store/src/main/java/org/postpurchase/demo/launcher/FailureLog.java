package org.postpurchase.demo.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Date;
import java.util.function.Consumer;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Writes a line for each answer of either webapp with a status of 500 and above, with what caused
 * it: a webapp may turn an exception into a page without a word in its log.
 *
 * <p>The container writes the trace of an exception that a webapp throws; the trace of one that it
 * handled itself is written here. Addresses are written without their parameters.
 */
final class FailureLog extends ValveBase {
  /** Where the framework leaves an exception that it made a page of. */
  private static final String[] HANDLED = {"exception", "SPRING_SECURITY_LAST_EXCEPTION"};

  private static final int DEPTH_MAX = 20;

  private final Consumer<String> log;

  FailureLog(Consumer<String> log) {
    super(true);
    this.log = log;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    try {
      getNext().invoke(request, response);
    } finally {
      if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
        log.accept(line(request, response));
      }
    }
  }

  private static String line(Request request, Response response) {
    StringBuilder line =
        new StringBuilder()
            .append(new Date())
            .append(' ')
            .append(request.getContextPath().isEmpty() ? "site" : request.getContextPath())
            .append(" answers ")
            .append(response.getStatus())
            .append(" to ")
            .append(request.getMethod())
            .append(' ')
            .append(request.getRequestURI());
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable) {
      return line.append(": ").append(causes((Throwable) thrown)).toString();
    }
    for (String name : HANDLED) {
      Object handled = request.getAttribute(name);
      if (handled instanceof Throwable) {
        StringWriter trace = new StringWriter();
        ((Throwable) handled).printStackTrace(new PrintWriter(trace, true));
        return line.append(": ").append(trace).toString();
      }
    }
    String message = response.getMessage();
    return line.append(": ").append(message == null ? "no cause was given" : message).toString();
  }

  /** The failure and what caused it, outermost first. */
  private static String causes(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++, cause = cause.getCause()) {
      text.append(", caused by ").append(cause);
    }
    return text.toString();
  }
}
