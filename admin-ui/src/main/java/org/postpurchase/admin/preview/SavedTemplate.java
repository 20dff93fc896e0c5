package org.postpurchase.admin.preview;

import java.util.Locale;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.shared.LocaleCode;

/** A saved template with its id, as the pages name it. */
public final class SavedTemplate {
  public final long id;
  final MessageTemplate definition;

  SavedTemplate(org.postpurchase.broadleaf.entity.MessageTemplate row) {
    this(row.getId(), EntityTemplateReader.definition(row));
  }

  private SavedTemplate(long id, MessageTemplate definition) {
    this.id = id;
    this.definition = definition;
  }

  /** The same template in another wording of its own. */
  SavedTemplate in(MessageTemplate wording) {
    return new SavedTemplate(id, wording);
  }

  public String getKey() {
    return definition.key;
  }

  /** Name of its language, in that language. */
  public String getLanguage() {
    Locale locale = locale();
    return locale.getDisplayName(locale);
  }

  public int getVersion() {
    return definition.version;
  }

  public boolean isActive() {
    return definition.active;
  }

  Locale locale() {
    return LocaleCode.parse(definition.localeCode);
  }
}
