package org.postpurchase.site.consent;

import java.time.Clock;
import java.util.IllformedLocaleException;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.web.order.CartState;
import org.postpurchase.consent.Consents;
import org.postpurchase.shared.SparseLog;
import org.postpurchase.site.Carts;
import org.postpurchase.sms.SmsAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

/**
 * Remembers the answer when the store's checkout form comes in, whatever the store then does with
 * it. Only what the buyer did is taken from the request; what he or she read is looked up again.
 *
 * <p>Never throws and never holds a request up: a lost answer counts as none.
 */
final class CaptureConsent extends HandlerInterceptorAdapter {
  /** Says that the question was on the page, and in which locale. */
  public static final String ASKED = "ppConsentAsked";

  /** There if and only if the box was ticked. */
  public static final String TICKED = "ppMarketingConsent";

  /** Says that the box was one to object with. */
  public static final String OBJECTION_SHOWN = "ppObjectionShown";

  /** There if and only if that box was ticked. */
  public static final String OBJECTED = "ppObjected";

  /** Says whose words were on the page; without it the usual ones. */
  public static final String WORDS = "ppConsentWords";

  /** Says that the question for text messages was on the page too. */
  public static final String SMS_ASKED = "ppSmsAsked";

  /** There if and only if its box was ticked. */
  public static final String SMS_TICKED = "ppSmsConsent";

  private static final Logger LOG = LoggerFactory.getLogger(CaptureConsent.class);
  private static final SparseLog TROUBLE = new SparseLog(LOG);
  private static final int LONGEST_TAG = 20;
  private static final int SEGMENT_MAX = 60;

  private final ShowConsent question;
  private final Consents consents;
  private final ExploitProtectionService protection;
  private Clock clock = Clock.systemUTC();

  /**
   * @param protection the host's own check of the token in each form, asked also for addresses that
   *     the store has exempted: nobody else's page may answer for the shopper
   */
  public CaptureConsent(
      ShowConsent question, Consents consents, ExploitProtectionService protection) {
    this.question = question;
    this.consents = consents;
    this.protection = protection;
  }

  /** By which answers about text messages are dated. */
  public void setClock(Clock newClock) {
    clock = newClock;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    try {
      if ("POST".equals(request.getMethod())) {
        // In this order: without a cart nobody's request body is touched.
        Carts.open(CartState.getCart()).ifPresent(cart -> capture(cart, request));
      }
    } catch (Throwable failure) { // the order comes first
      TROUBLE.error("not kept", "an answer to the question for consent was not kept", failure);
    }
    return true;
  }

  private void capture(Order cart, HttpServletRequest request) {
    String tag = request.getParameter(ASKED);
    if (tag == null || isForged(request)) {
      return;
    }
    Locale locale = locale(tag, request.getLocale());
    if (request.getParameter(OBJECTION_SHOWN) != null) {
      boolean objected = request.getParameter(OBJECTED) != null;
      // Nobody can make an order count by naming a question that this shop does not ask.
      if (objected || question.isObjectionOffered(cart)) {
        consents.objectionShown(
            cart.getId(), objected, question.objectionText(locale), locale.toLanguageTag());
      }
    } else {
      consents.answered(
          cart.getId(),
          request.getParameter(TICKED) != null,
          question.text(locale, words(request)),
          locale.toLanguageTag());
    }
    if (request.getParameter(SMS_ASKED) != null) {
      question.smsAnswered(
          cart.getId(),
          new SmsAnswers.Answer(
              request.getParameter(SMS_TICKED) != null,
              question.smsText(locale),
              locale.toLanguageTag(),
              clock.instant()));
    }
  }

  private static String words(HttpServletRequest request) {
    String segment = request.getParameter(WORDS);
    return segment == null || segment.length() > SEGMENT_MAX ? "" : segment;
  }

  private boolean isForged(HttpServletRequest request) {
    try {
      protection.compareToken(request.getParameter(protection.getCsrfTokenParameter()));
      return false;
    } catch (ServiceException foreign) {
      TROUBLE.warn(
          "forged",
          "an answer to the question for consent came from another page and was not kept");
      return true;
    }
  }

  private static Locale locale(String tag, Locale otherwise) {
    try {
      if (!tag.isEmpty() && tag.length() <= LONGEST_TAG) {
        return new Locale.Builder().setLanguageTag(tag).build();
      }
    } catch (IllformedLocaleException forged) {
      LOG.debug("no such locale", forged);
    }
    return otherwise;
  }
}
