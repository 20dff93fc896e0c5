package org.postpurchase.admin.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadleafcommerce.openadmin.dto.Entity;

/**
 * What a form says of other rows, with each name turned into its number. Fields that speak of
 * nothing that exists are set aside while the rest of the form is read, and put back as they were
 * typed.
 */
final class TypedNames {
  private final Map<String, String> problems = new LinkedHashMap<>();
  private final Map<String, String> typed = new LinkedHashMap<>();

  /** Of a form that speaks of no other rows. */
  static TypedNames none() {
    return new TypedNames();
  }

  void refuse(Entity posted, String field, String problem) {
    problems.put(field, problem);
    replace(posted, field, "");
  }

  void replace(Entity posted, String field, String numbers) {
    typed.put(field, SettingsForm.value(posted, field).orElse(""));
    SettingsForm.set(posted, field, numbers);
  }

  /** Its own problems before those of the other fields. */
  Map<String, String> and(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(others);
    all.putAll(problems);
    return all;
  }

  void putBack(Entity posted) {
    typed.forEach((field, text) -> SettingsForm.set(posted, field, text));
  }
}
