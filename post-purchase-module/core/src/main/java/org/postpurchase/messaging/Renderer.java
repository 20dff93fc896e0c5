package org.postpurchase.messaging;

import java.util.Map;

/**
 * Turns templates and models into texts. Safe for concurrent use; templates are parsed once per
 * version.
 */
public interface Renderer {
  /**
   * Renders a whole message that is to leave. What a buyer's data would break is shortened or left
   * out: lists are cut until mail programs show the whole (what is missing of {@code lines} is
   * counted in {@code moreLines}), pictures that they would not load and links that run something
   * are taken out.
   *
   * @throws TemplateRefusedException naming the template, line and problem that no data could help:
   *     an undefined variable, a forbidden access, a syntax error, endless work
   */
  default RenderedMessage render(MessageTemplate template, Map<String, Object> model) {
    return render(template, model, ContentKind.MAIL);
  }

  /** The same for a channel that carries only some parts; the others are not rendered and empty. */
  RenderedMessage render(MessageTemplate template, Map<String, Object> model, ContentKind kind);

  /**
   * Judges a template when it is saved or switched on, by its source and with a made-up order:
   * size, pictures, markup. For authors only; never called on the way of a mail.
   *
   * @return the message as it would leave
   * @throws TemplateRefusedException also when the mail would break a rule that authors must keep
   */
  RenderedMessage judge(MessageTemplate template, Map<String, Object> model);

  /** Renders one short plain text; {@code cacheKey} must change whenever the text does. */
  String renderText(String cacheKey, String text, Map<String, Object> model);
}
