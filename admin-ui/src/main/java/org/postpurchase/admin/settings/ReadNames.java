package org.postpurchase.admin.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Reads fields where merchants may type names or numbers, separated by commas. */
public final class ReadNames {
  private static final String NUMBER = "-?\\d{1,18}";

  private final RowNames rows;
  private final MessageSource messages;

  public ReadNames(RowNames rows, MessageSource messages) {
    this.rows = rows;
    this.messages = messages;
  }

  /**
   * @param before the values that are saved; a field that still says the same is left alone, since
   *     what it speaks of may have been deleted; so is one that is too long to be saved
   */
  TypedNames takenFrom(
      Entity posted, Map<String, RowNames.Kind> fields, Map<String, String> before) {
    TypedNames taken = TypedNames.none();
    fields.forEach(
        (field, kind) -> {
          String text = SettingsForm.value(posted, field).map(String::trim).orElse("");
          boolean changed = !text.equals(before.getOrDefault(field, "").trim());
          if (!text.isEmpty() && changed && text.length() <= FieldLimits.IDS_MAX) {
            read(taken, posted, field, kind, text);
          }
        });
    return taken;
  }

  private void read(
      TypedNames taken, Entity posted, String field, RowNames.Kind kind, String text) {
    Set<Long> numbers = new LinkedHashSet<>();
    for (String part : parts(text)) {
      Optional<String> problem = find(kind, part, numbers);
      if (problem.isPresent()) {
        taken.refuse(posted, field, ProblemText.safe(problem.get()));
        return;
      }
    }
    taken.replace(
        posted, field, numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** Numbers may be separated by spaces too, which names contain. */
  private static List<String> parts(String text) {
    List<String> words = split(text, "[,;\\s]+");
    boolean onlyNumbers = words.stream().allMatch(word -> word.matches(NUMBER));
    return onlyNumbers ? words : split(text, "[,;\\r\\n]+");
  }

  private static List<String> split(String text, String separators) {
    return Arrays.stream(text.split(separators))
        .map(String::trim)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toList());
  }

  private Optional<String> find(RowNames.Kind kind, String part, Set<Long> numbers) {
    if (part.matches(NUMBER)) {
      Long number = Long.valueOf(part);
      numbers.add(number);
      return rows.named(kind, Collections.singleton(number)).isEmpty()
          ? Optional.of(message("PostPurchase_Problem_NoSuchNumber", part))
          : Optional.empty();
    }
    List<Long> called = rows.called(kind, part);
    if (called.size() == 1) {
      numbers.addAll(called);
      return Optional.empty();
    }
    String several = called.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return Optional.of(
        called.isEmpty()
            ? message("PostPurchase_Problem_NoSuchName", part)
            : message("PostPurchase_Problem_SeveralNames", part, several));
  }

  private String message(String key, Object... arguments) {
    return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
  }
}
