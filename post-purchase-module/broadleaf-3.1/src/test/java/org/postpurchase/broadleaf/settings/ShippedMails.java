package org.postpurchase.broadleaf.settings;

import java.util.Properties;
import org.postpurchase.messaging.MessageTemplate;

/** Templates as they are installed. */
final class ShippedMails {
  private ShippedMails() {}

  static MessageTemplate template(String key, String language) {
    Properties texts = ShippedText.properties(key + "_" + language + ".properties");
    return new MessageTemplate(
        key,
        language,
        1,
        true,
        null,
        new MessageTemplate.Texts(
            texts.getProperty("subject"),
            texts.getProperty("preheader"),
            texts.getProperty("heading"),
            texts.getProperty("intro"),
            texts.getProperty("closing")),
        ShippedText.labelled(key + ".html.vm", texts),
        ShippedText.labelled(key + ".txt.vm", texts));
  }
}
