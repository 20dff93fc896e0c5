package org.postpurchase.admin.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManagerFactory;
import javax.persistence.FlushModeType;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.shared.Transactions;

/** Looks names up among the store's and our own entities. */
public final class EntityRowNames implements RowNames {
  private static final Map<Kind, String[]> TABLES = new EnumMap<>(Kind.class);

  static {
    String host = "org.broadleafcommerce.core.";
    TABLES.put(
        Kind.PRODUCT, new String[] {host + "catalog.domain.ProductImpl r", "r.defaultSku.name"});
    TABLES.put(Kind.CATEGORY, new String[] {host + "catalog.domain.CategoryImpl r", "r.name"});
    TABLES.put(Kind.OFFER, new String[] {host + "offer.domain.OfferImpl r", "r.name"});
    TABLES.put(
        Kind.TIER, new String[] {"org.postpurchase.broadleaf.entity.LoyaltyTierImpl r", "r.name"});
  }

  private final SettingsQuery query;

  public EntityRowNames(EntityManagerFactory factory, Transactions transactions) {
    this.query = new SettingsQuery(factory, transactions);
  }

  @Override
  public Map<Long, String> named(Kind kind, Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return Collections.emptyMap();
    }
    String[] table = TABLES.get(kind);
    String select = "select r.id, " + table[1] + " from " + table[0] + " where r.id in (:numbers)";
    Map<Long, String> names = new TreeMap<>();
    query
        .read(
            entities ->
                entities
                    .createQuery(select, Object[].class)
                    .setFlushMode(FlushModeType.COMMIT)
                    .setParameter("numbers", numbers)
                    .getResultList())
        .forEach(row -> names.put((Long) row[0], String.valueOf(row[1])));
    return names;
  }

  @Override
  public List<Long> called(Kind kind, String name) {
    String[] table = TABLES.get(kind);
    String select =
        "select r.id from " + table[0] + " where lower(" + table[1] + ") = :name order by r.id";
    return query.read(
        entities ->
            entities
                .createQuery(select, Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultList());
  }
}
