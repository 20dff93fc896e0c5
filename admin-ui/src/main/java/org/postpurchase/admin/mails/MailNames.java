package org.postpurchase.admin.mails;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the shop's mails are called. Reads only. */
public final class MailNames {
  private final MailLibrary library;

  public MailNames(MailLibrary library) {
    this.library = library;
  }

  /** By key, in the order of their names; without those that were put away. */
  public Map<String, String> names(Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    for (MailRow row : library.rows(locale)) {
      if (!row.archived) {
        names.put(row.key, row.name);
      }
    }
    return names;
  }
}
