package org.postpurchase.admin.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.openadmin.dto.Entity;

/**
 * Numbers of a form that are none. They are set aside while the rest of the form is read, so that
 * every problem is told at once, and put back as they were typed.
 */
final class UnreadableNumbers {
  private static final String WHOLE = "[+-]?\\d{1,9}";

  private final Map<String, String> typed = new LinkedHashMap<>();

  /** Takes them out of the form and trims the others. */
  static UnreadableNumbers takenFrom(Entity posted, List<String> fields) {
    UnreadableNumbers taken = new UnreadableNumbers();
    for (String field : fields) {
      SettingsForm.value(posted, field)
          .ifPresent(
              value -> {
                String text = value.trim();
                if (!text.isEmpty() && !text.matches(WHOLE)) {
                  taken.typed.put(field, value);
                  text = "";
                }
                SettingsForm.set(posted, field, text.startsWith("+") ? text.substring(1) : text);
              });
    }
    return taken;
  }

  /** Its own problems before those of the other fields. */
  Map<String, String> and(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(others);
    typed.keySet().forEach(field -> all.put(field, "PostPurchase_Problem_Number"));
    return all;
  }

  void putBack(Entity posted) {
    typed.forEach((field, value) -> SettingsForm.set(posted, field, value));
  }
}
