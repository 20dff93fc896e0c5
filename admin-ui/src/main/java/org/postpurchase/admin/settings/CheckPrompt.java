package org.postpurchase.admin.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.order.DispatchPromise;
import org.postpurchase.order.OrderModel;
import org.postpurchase.shared.LocaleCode;

/**
 * Finds out whether a confirmation prompt can be shown: days that make sense, and every text
 * rendered with made-up orders. Reports every field that has a problem. Changes nothing.
 */
final class CheckPrompt {
  private static final int DAYS_MAX = 365;

  private final Renderer renderer;
  private final OrderModel model;

  public CheckPrompt(Renderer renderer, OrderModel model) {
    this.renderer = renderer;
    this.model = model;
  }

  /** Problem by field name of the form, as text or message key. */
  public Map<String, String> problems(ConfirmationPrompt row) {
    String code = row.getLocaleCode() == null ? "" : row.getLocaleCode().trim();
    Locale locale = LocaleCode.parse(code);
    TextTrial trial =
        new TextTrial(
            renderer,
            ExampleOrders.models(model, locale, Optional.of(DispatchPromise.of(1, 2, 4))));
    days(trial, "shipDays", row.getShipDays());
    days(trial, "deliveryDaysMin", row.getDeliveryDaysMin());
    days(trial, "deliveryDaysMax", row.getDeliveryDaysMax());
    if (trial.problems().isEmpty() && row.getDeliveryDaysMax() < row.getDeliveryDaysMin()) {
      trial.problem("deliveryDaysMax", "PostPurchase_Problem_DaysOrder");
    }
    trial.filled("heading", text(row.getHeading()));
    trial.filled("message", text(row.getMessage()));
    trial.text("stepsHeading", text(row.getStepsHeading()));
    trial.text("stepReceived", text(row.getStepReceived()));
    trial.text("stepShipped", text(row.getStepShipped()));
    trial.text("stepDelivered", text(row.getStepDelivered()));
    return trial.problems();
  }

  private static void days(TextTrial trial, String field, Integer days) {
    if (days == null || days < 0 || days > DAYS_MAX) {
      trial.problem(field, "PostPurchase_Problem_Days");
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
