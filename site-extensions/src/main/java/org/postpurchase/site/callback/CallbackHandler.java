package org.postpurchase.site.callback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.broadleaf.config.FeedbackParts;
import org.postpurchase.broadleaf.config.SmsParts;
import org.postpurchase.feedback.CallbackRequest;
import org.postpurchase.feedback.MailEvents;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.PageRenderer;
import org.postpurchase.sms.InboundSms;
import org.postpurchase.sms.SmsProvider;
import org.postpurchase.sms.SmsReport;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/**
 * Takes callbacks of providers. Who has neither the secret in the address nor a signature to show
 * is refused before the body is read, and whose signature is wrong before anything in it is
 * believed. What was taken already is answered as the first time, so that a provider stops sending
 * it; what fails here is answered with 503, so that it comes again.
 */
final class CallbackHandler implements HttpRequestHandler {
  /** A provider sends many events at once, and a returned mail may be long. */
  private static final int BODY_MAX = 1024 * 1024;

  private static final int SMS_MAX = 32 * 1024;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  private static final String SIGNED = "X-Twilio-Signature";
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(CallbackHandler.class));

  private final SmsParts sms;
  private final FeedbackParts feedback;

  public CallbackHandler(SmsParts sms, FeedbackParts feedback) {
    this.sms = sms;
    this.feedback = feedback;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageRenderer.protect(response, "default-src 'none'");
    String[] path = CallbackPath.rest(request).split("/");
    try {
      if (path.length == 2 && path[0].equals("sms")) {
        sms(path[1], request, response);
      } else if (path.length == 2) {
        mail(path[0], path[1], request, response);
      } else {
        end(response, HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (PostPurchaseException unreadable) {
      TROUBLE.warn(path[0], "a callback was not understood: " + unreadable.getMessage());
      end(response, UNPROCESSABLE);
    } catch (RuntimeException failure) {
      TROUBLE.error(path[0], "a callback could not be taken", failure);
      end(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void sms(String what, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!sms.settings.isOn()) {
      end(response, HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (request.getHeader(SIGNED) == null) {
      end(response, HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    CallbackRequest callback = CallbackBody.read(request, SMS_MAX);
    SmsProvider provider = sms.provider;
    if (callback == null) {
      end(response, TOO_LARGE);
    } else if (!provider.isGenuine(callback)) {
      feedback.forged(provider.key());
      end(response, HttpServletResponse.SC_FORBIDDEN);
    } else if (what.equals("inbound")) {
      Optional<InboundSms> message = provider.inbound(callback);
      String answer = message.map(m -> sms.inbox.take(provider.key(), m)).orElse("");
      PageRenderer.send(provider.replying(answer), provider.replyType(), 200, response);
    } else {
      Optional<SmsReport> report = provider.report(callback);
      report.ifPresent(r -> sms.reports.take(provider.key(), r));
      end(response, HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private void mail(
      String provider, String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MailEvents events = feedback.provider(provider).orElse(null);
    if (events == null || !feedback.isToken(provider, token)) {
      end(response, HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    CallbackRequest callback = CallbackBody.read(request, BODY_MAX);
    if (callback == null) {
      end(response, TOO_LARGE);
    } else if (!events.isGenuine(callback)) {
      feedback.forged(provider);
      end(response, HttpServletResponse.SC_FORBIDDEN);
    } else {
      List<ProviderEvent> read = events.read(callback);
      feedback.mails.take(read);
      end(response, HttpServletResponse.SC_NO_CONTENT);
    }
  }

  /** At once: a container waits for the rest of a request before it ends an answer. */
  private static void end(HttpServletResponse response, int status) throws IOException {
    response.setStatus(status);
    if (status >= HttpServletResponse.SC_BAD_REQUEST) {
      response.setHeader("Connection", "close");
      response.setContentLength(0);
    }
    response.flushBuffer();
  }
}
