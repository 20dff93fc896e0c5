package org.postpurchase.broadleaf.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.reward.CodeProblem;
import org.postpurchase.reward.CodeVerdict;
import org.postpurchase.shared.Money;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;

/** Says to a shopper why a code may not be used: {@code PostPurchase_Code_…} in the bundle. */
public final class CodeProblemTexts implements MessageSourceAware {
  private static final String KEY = "PostPurchase_Code_";
  private static final String WITHOUT_BUNDLE = "The code {0} cannot be used for this order.";

  private MessageSource messages;

  @Override
  public void setMessageSource(MessageSource messages) {
    this.messages = messages;
  }

  public String of(CodeProblem problem, Locale locale) {
    return of(problem.code, problem.verdict, problem.detail, locale);
  }

  private String of(String code, CodeVerdict verdict, String detail, Locale locale) {
    Object[] arguments = {code, detail.isEmpty() ? "" : amount(detail, locale)};
    return messages.getMessage(KEY + verdict.name(), arguments, WITHOUT_BUNDLE, locale);
  }

  /** An amount with the code of its currency, as people of that language write it. */
  private static String amount(String detail, Locale locale) {
    String[] parts = detail.split(" ");
    Currency currency =
        parts.length > 1
            ? Currency.getInstance(parts[1])
            : org.broadleafcommerce.common.money.Money.defaultCurrency();
    return Money.of(new BigDecimal(parts[0]), currency, RoundingMode.UP).format(locale);
  }

  /** The same, of a code that a checkout has taken off the order. */
  public String takenOff(String code, CodeVerdict verdict, Locale locale) {
    return of(code, verdict, "", locale)
        + ' '
        + messages.getMessage(KEY + "TakenOff", new Object[0], "", locale);
  }

  /** That a code is for members from some tier up. */
  public String membersOnly(String code, String tier, Locale locale) {
    Object[] arguments = {code, tier};
    return messages.getMessage(KEY + "TIER", arguments, WITHOUT_BUNDLE, locale);
  }

  /** The language of the order, else of the request. */
  public static Locale localeOf(Order order) {
    if (order.getLocale() != null && order.getLocale().getLocaleCode() != null) {
      return Locale.forLanguageTag(order.getLocale().getLocaleCode().replace('_', '-'));
    }
    BroadleafRequestContext request = BroadleafRequestContext.getBroadleafRequestContext();
    return request == null || request.getLocale() == null
        ? Locale.ENGLISH
        : request.getJavaLocale();
  }
}
