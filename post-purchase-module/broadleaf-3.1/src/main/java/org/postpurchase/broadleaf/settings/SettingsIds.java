package org.postpurchase.broadleaf.settings;

import java.util.LinkedHashSet;
import java.util.Set;
import org.postpurchase.shared.PostPurchaseException;

/** Ids as merchants write them: numbers separated by commas, spaces or lines. */
final class SettingsIds {
  private SettingsIds() {}

  /**
   * @throws PostPurchaseException naming what is no number
   */
  static Set<Long> of(String text) {
    Set<Long> ids = new LinkedHashSet<>();
    for (String part : (text == null ? "" : text).split("[,;\\s]+")) {
      if (!part.isEmpty()) {
        try {
          ids.add(Long.valueOf(part));
        } catch (NumberFormatException e) {
          throw new PostPurchaseException(
              "'" + part + "' is no id; write numbers, separated by commas.", e);
        }
      }
    }
    return ids;
  }
}
