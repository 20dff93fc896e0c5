package org.postpurchase.confirmation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.order.OrderModel;
import org.postpurchase.order.OrderReader;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.order.OrderState;
import org.postpurchase.shared.Language;

/** Composes the confirmation block of one order for its owner. */
public final class ShowConfirmation {
  private final OrderReader orders;
  private final PromptReader prompts;
  private final Renderer renderer;
  private final OrderModel model;

  public ShowConfirmation(
      OrderReader orders, PromptReader prompts, Renderer renderer, OrderModel model) {
    this.orders = orders;
    this.prompts = prompts;
    this.renderer = renderer;
    this.model = model;
  }

  /**
   * The block, or empty when there is nothing to show: prompt switched off, order unknown, not
   * placed yet or cancelled, or it belongs to somebody else.
   */
  public Optional<ConfirmationView> forOrder(long orderId, long viewerCustomerId) {
    return orders
        .find(orderId)
        .filter(
            order -> order.customerId == viewerCustomerId && order.state == OrderState.SUBMITTED)
        .flatMap(order -> prompts.findActive(order.locale).map(prompt -> view(order, prompt)));
  }

  /**
   * Renders every text once, to see whether it can be.
   *
   * @throws org.postpurchase.messaging.TemplateRefusedException naming the text and its problem
   */
  public void check(ConfirmationPrompt prompt, OrderSnapshot example) {
    view(example, prompt);
  }

  private ConfirmationView view(OrderSnapshot order, ConfirmationPrompt prompt) {
    Language language = Language.of(prompt.localeCode, order.locale, model.shop().locale);
    Map<String, Object> facts = model.of(order, Optional.of(prompt.promise), language);
    int shown = order.isAnythingShipped() ? prompt.steps.size() : Math.min(1, prompt.steps.size());
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      String step = render(prompt, "step " + (i + 1), prompt.steps.get(i), facts).trim();
      if (!step.isEmpty()) {
        steps.add(step);
      }
    }
    return new ConfirmationView(
        language,
        render(prompt, "heading", prompt.heading, facts).trim(),
        paragraphs(render(prompt, "message", prompt.message, facts)),
        render(prompt, "steps heading", prompt.stepsHeading, facts).trim(),
        steps);
  }

  /**
   * The text is part of the key, so an edited prompt is parsed anew and an unedited one never is.
   */
  private String render(
      ConfirmationPrompt prompt, String part, String text, Map<String, Object> facts) {
    String key =
        "confirmation "
            + prompt.localeCode
            + " "
            + part
            + " #"
            + Integer.toHexString(text.hashCode())
            + text.length();
    return renderer.renderText(key, text, facts);
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("(\\r?\\n\\s*){2,}", -1))
        .map(String::trim)
        .filter(p -> !p.isEmpty())
        .collect(Collectors.toList());
  }
}
