package org.postpurchase.broadleaf.points;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;

/** Says to a shopper why points were not taken: {@code PostPurchase_Points_…} in the bundle. */
public final class PointsTexts implements MessageSourceAware {
  private static final String KEY = "PostPurchase_Points_Refused_";
  private static final String WITHOUT_BUNDLE = "Your points cannot be used for this order.";

  private MessageSource messages;

  @Override
  public void setMessageSource(MessageSource messages) {
    this.messages = messages;
  }

  public String of(PointsProblem problem, Locale locale) {
    return messages.getMessage(KEY + problem.name(), new Object[0], WITHOUT_BUNDLE, locale);
  }
}
