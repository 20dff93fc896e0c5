package org.postpurchase.admin.settings;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.shared.LocaleCode;

/**
 * Finds out whether a mail template can be sent, by rendering it with made-up orders.
 *
 * <p>Every text may show a code and a link to unsubscribe; whether the step that uses it has them
 * is found out when the series is switched on. Reports every field that has a problem, not only the
 * first. Changes nothing.
 */
public final class CheckTemplate {
  private static final String PLACEHOLDER = "-";

  private final Renderer renderer;
  private final SeriesModel model;
  private final Clock clock;

  public CheckTemplate(Renderer renderer, SeriesModel model, Clock clock) {
    this.renderer = renderer;
    this.model = model;
    this.clock = clock;
  }

  /** Problem by field name of the form, as text or message key. */
  public Map<String, String> problems(MessageTemplate template) {
    Locale locale = LocaleCode.parse(template.localeCode);
    List<Map<String, Object>> examples = ExampleOrders.models(model, locale, clock.instant());
    TextTrial trial = new TextTrial(renderer, examples);
    trial.filled("subject", template.texts.subject);
    trial.text("preheader", template.texts.preheader);
    trial.filled("heading", template.texts.heading);
    trial.text("intro", template.texts.intro);
    trial.text("closing", template.texts.closing);
    layout(trial, "htmlLayout", with(trial, template, template.htmlLayout, PLACEHOLDER));
    layout(trial, "textLayout", with(trial, template, PLACEHOLDER, template.textLayout));
    return trial.problems();
  }

  private void layout(TextTrial trial, String field, MessageTemplate whole) {
    for (Map<String, Object> example : trial.examples()) {
      trial.attempt(field, () -> renderer.judge(whole, example));
    }
  }

  /** The template with one of its layouts only, and nothing known to be broken. */
  private static MessageTemplate with(
      TextTrial trial, MessageTemplate t, String htmlLayout, String textLayout) {
    MessageTemplate.Texts texts =
        new MessageTemplate.Texts(
            sound(trial, "subject", t.texts.subject),
            sound(trial, "preheader", t.texts.preheader),
            sound(trial, "heading", t.texts.heading),
            sound(trial, "intro", t.texts.intro),
            sound(trial, "closing", t.texts.closing));
    String wording =
        texts.subject
            + '\n'
            + texts.preheader
            + '\n'
            + texts.heading
            + '\n'
            + texts.intro
            + '\n'
            + texts.closing
            + '\n'
            + htmlLayout
            + '\n'
            + textLayout;
    return new MessageTemplate(
        TextTrial.wording("layout", wording),
        t.localeCode,
        t.version,
        t.active,
        t.activeSince,
        texts,
        htmlLayout,
        textLayout);
  }

  private static String sound(TextTrial trial, String field, String text) {
    return trial.isFine(field) ? text : PLACEHOLDER;
  }
}
