package org.postpurchase.messaging;

import java.util.Map;

/**
 * Turns templates and models into texts. Safe for concurrent use; templates are parsed once per
 * version.
 */
public interface Renderer {
  /**
   * Renders a whole message.
   *
   * @throws TemplateRefusedException naming the template, line and problem: an undefined variable,
   *     a forbidden access, a syntax error, a result too large
   */
  RenderedMessage render(MessageTemplate template, Map<String, Object> model);

  /** Renders one short plain text; {@code cacheKey} must change whenever the text does. */
  String renderText(String cacheKey, String text, Map<String, Object> model);
}
