package org.postpurchase.admin.mails;

import java.util.Map;
import org.postpurchase.blocks.ComposeTemplate;
import org.postpurchase.blocks.Composition;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.shared.JsonReader;
import org.postpurchase.shared.PlainJson;
import org.postpurchase.shared.json.JsonModule;

/**
 * What the editor sends: a composition, or for a mail that was written as Velocity its five texts.
 */
final class Draft {
  /** Null for a mail that was written as Velocity. */
  private static final JsonReader JSON = JsonModule.reader();

  final Composition composition;

  private final MessageTemplate.Texts texts;

  private Draft(Composition composition, MessageTemplate.Texts texts) {
    this.composition = composition;
    this.texts = texts;
  }

  /**
   * @throws org.postpurchase.shared.UnreadableJsonException when it is not what the editor sends
   */
  static Draft of(String json) {
    Object read = PlainJson.texts(JSON.read(json));
    if (read instanceof Map && ((Map<?, ?>) read).containsKey("intro")) {
      Map<?, ?> t = (Map<?, ?>) read;
      return new Draft(
          null,
          new MessageTemplate.Texts(
              text(t, "subject"),
              text(t, "preheader"),
              text(t, "heading"),
              text(t, "intro"),
              text(t, "closing")));
    }
    return new Draft(Composition.of(json, JSON), null);
  }

  private static String text(Map<?, ?> from, String name) {
    return PlainJson.text(from, name).replace("\r\n", "\n");
  }

  /** The template that it means, under the row's key and language. */
  MessageTemplate template(
      org.postpurchase.broadleaf.entity.MessageTemplate row, ComposeTemplate compose, int version) {
    MessageTemplate saved = EntityTemplateReader.definition(row);
    if (composition != null) {
      return compose.write(composition, saved.localeCode).as(saved.key, saved.localeCode, version);
    }
    return new MessageTemplate(
        saved.key,
        saved.localeCode,
        version,
        saved.active,
        saved.activeSince,
        texts,
        saved.htmlLayout,
        saved.textLayout);
  }
}
