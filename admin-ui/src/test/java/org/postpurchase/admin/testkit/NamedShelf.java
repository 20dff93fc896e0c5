package org.postpurchase.admin.testkit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postpurchase.admin.settings.ReadNames;
import org.postpurchase.admin.settings.RowNames;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Rows of a store, in memory. */
public final class NamedShelf implements RowNames {
  private final Map<Kind, Map<Long, String>> rows = new EnumMap<>(Kind.class);

  public NamedShelf with(Kind kind, long number, String name) {
    rows.computeIfAbsent(kind, k -> new TreeMap<>()).put(number, name);
    return this;
  }

  /** What reads forms against this shelf, with the real bundle. */
  public ReadNames reader() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/PostPurchaseAdminMessages");
    return new ReadNames(this, messages);
  }

  @Override
  public Map<Long, String> named(Kind kind, Collection<Long> numbers) {
    Map<Long, String> named = new TreeMap<>(rows.getOrDefault(kind, Map.of()));
    named.keySet().retainAll(numbers);
    return named;
  }

  @Override
  public List<Long> called(Kind kind, String name) {
    return rows.getOrDefault(kind, Map.of()).entrySet().stream()
        .filter(row -> row.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .toList();
  }
}
