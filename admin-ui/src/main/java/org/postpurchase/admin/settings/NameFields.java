package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.shared.Transactions;

/** Says which rows the saved numbers of a form stand for. */
final class NameFields {
  /** Of an earning rule. */
  static final Map<String, RowNames.Kind> RULE;

  /** Of a series or one of its steps. */
  static final Map<String, RowNames.Kind> ORDERS;

  /** Of a tier. */
  static final Map<String, RowNames.Kind> TIER =
      Collections.singletonMap("offerIds", RowNames.Kind.OFFER);

  /** Of a reward. */
  static final Map<String, RowNames.Kind> REWARD =
      Collections.singletonMap("tierKey", RowNames.Kind.TIER);

  static {
    Map<String, RowNames.Kind> rule = new LinkedHashMap<>();
    rule.put("productIds", RowNames.Kind.PRODUCT);
    rule.put("categoryIds", RowNames.Kind.CATEGORY);
    rule.put("tierIds", RowNames.Kind.TIER);
    RULE = Collections.unmodifiableMap(rule);
    Map<String, RowNames.Kind> orders = new LinkedHashMap<>();
    orders.put("productIds", RowNames.Kind.PRODUCT);
    orders.put("categoryIds", RowNames.Kind.CATEGORY);
    ORDERS = Collections.unmodifiableMap(orders);
  }

  private final SettingsQuery query;
  private final RowNames rows;

  public NameFields(EntityManagerFactory factory, Transactions transactions, RowNames rows) {
    this.query = new SettingsQuery(factory, transactions);
    this.rows = rows;
  }

  /** One for each field that holds numbers; what has been deleted stands there as its number. */
  List<NamedField> of(Class<?> entity, long id, Map<String, RowNames.Kind> fields) {
    List<NamedField> named = new ArrayList<>();
    fields.forEach(
        (field, kind) -> {
          Set<Long> numbers = numbers(entity, id, field);
          if (!numbers.isEmpty()) {
            Map<Long, String> names = rows.named(kind, numbers);
            named.add(
                new NamedField(
                    label(entity, field),
                    numbers.stream()
                        .map(n -> names.containsKey(n) ? names.get(n) + " (" + n + ")" : "? " + n)
                        .collect(Collectors.joining(", "))));
          }
        });
    return named;
  }

  private Set<Long> numbers(Class<?> entity, long id, String field) {
    String select = "select r." + field + " from " + entity.getName() + " r where r.id = :id";
    List<String> texts =
        query.read(
            entities ->
                entities.createQuery(select, String.class).setParameter("id", id).getResultList());
    String text = texts.isEmpty() || texts.get(0) == null ? "" : texts.get(0);
    return Arrays.stream(text.split("[,;\\s]+"))
        .filter(part -> part.matches("-?\\d{1,18}"))
        .map(Long::valueOf)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String label(Class<?> entity, String field) {
    return entity.getSimpleName()
        + "_"
        + Character.toUpperCase(field.charAt(0))
        + field.substring(1);
  }
}
