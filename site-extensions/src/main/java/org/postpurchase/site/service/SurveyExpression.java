package org.postpurchase.site.service;

import java.util.Collections;
import java.util.Locale;
import org.broadleafcommerce.common.web.expression.BroadleafVariableExpression;
import org.broadleafcommerce.core.order.domain.Order;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.shared.Transactions;
import org.postpurchase.site.Carts;
import org.postpurchase.site.PagePart;
import org.postpurchase.site.Visitor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * {@code #postpurchaseService} in the store's page templates: the survey on the confirmation page
 * and how the shop is reached. Never throws and changes nothing.
 */
final class SurveyExpression implements BroadleafVariableExpression {
  private final ServiceParts parts;
  private final ServiceWords words;
  private final Transactions transactions;

  public SurveyExpression(ServiceParts parts, ServiceWords words, Transactions transactions) {
    this.parts = parts;
    this.words = words;
    this.transactions = transactions;
  }

  @Override
  public String getName() {
    return "postpurchaseService";
  }

  /**
   * The survey for the order on the page, or the thanks for an answer; null when nobody is asked.
   *
   * @param order the host's order, as its confirmation controller puts it into the page
   */
  public SurveyView survey(Object order) {
    return PagePart.shown(
        "the survey",
        () ->
            Carts.placed(order)
                .flatMap(
                    placed ->
                        Visitor.current()
                            .flatMap(
                                viewer ->
                                    parts
                                        .surveyEngine
                                        .open()
                                        .afterOrder(placed.getId(), viewer.getId())))
                .map(
                    page ->
                        SurveyView.of(
                            page,
                            LocaleContextHolder.getLocale(),
                            words,
                            parts.surveyLinks.path(page.ref),
                            Collections.<SurveyView.Sent>emptyList())));
  }

  /**
   * How the shop is reached, with the way to report a problem of the order on the page; null when
   * the merchant has not filled anything in.
   *
   * @param order as above, or null
   */
  public ContactView contact(Object order) {
    Locale locale = LocaleContextHolder.getLocale();
    return PagePart.shown(
        "how the shop is reached",
        () ->
            ContactView.of(
                transactions.call(() -> parts.settings.read()),
                Carts.placed(order)
                    .filter(SurveyExpression::isOwn)
                    .map(placed -> parts.caseLinks.path(placed.getId()))
                    .orElse(""),
                locale,
                words));
  }

  private static boolean isOwn(Order placed) {
    return placed.getCustomer() != null
        && Visitor.current()
            .filter(v -> v.getId().equals(placed.getCustomer().getId()))
            .isPresent();
  }

  public String text(String name) {
    return words.of(name, LocaleContextHolder.getLocale());
  }
}
