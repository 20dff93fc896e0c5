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

/** Looks names up among the store's and our own entities, without those the store has deleted. */
final class EntityRowNames implements RowNames {
  private static final String HOST = "org.broadleafcommerce.core.";

  /** The host keeps what it deletes and marks it. */
  private static final String ALIVE =
      " (r.archiveStatus.archived is null or r.archiveStatus.archived <> 'Y') and ";

  private static final Map<Kind, Table> TABLES = new EnumMap<>(Kind.class);

  static {
    TABLES.put(
        Kind.PRODUCT,
        new Table(HOST + "catalog.domain.ProductImpl r left join r.defaultSku s", "s.name", ALIVE));
    TABLES.put(Kind.CATEGORY, new Table(HOST + "catalog.domain.CategoryImpl r", "r.name", ALIVE));
    TABLES.put(Kind.OFFER, new Table(HOST + "offer.domain.OfferImpl r", "r.name", ALIVE));
    TABLES.put(
        Kind.TIER, new Table("org.postpurchase.broadleaf.entity.LoyaltyTierImpl r", "r.name", " "));
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
    Table table = TABLES.get(kind);
    String select =
        "select r.id, "
            + table.name
            + " from "
            + table.from
            + " where"
            + table.alive
            + "r.id in (:numbers)";
    Map<Long, String> names = new TreeMap<>();
    query
        .read(
            entities ->
                entities
                    .createQuery(select, Object[].class)
                    .setFlushMode(FlushModeType.COMMIT)
                    .setParameter("numbers", numbers)
                    .getResultList())
        .forEach(row -> names.put((Long) row[0], row[1] == null ? "?" : row[1].toString()));
    return names;
  }

  @Override
  public List<Long> called(Kind kind, String name) {
    Table table = TABLES.get(kind);
    String select =
        "select r.id from "
            + table.from
            + " where"
            + table.alive
            + "(lower("
            + table.name
            + ") = :lower or "
            + table.name
            + " = :typed) order by r.id";
    return query.read(
        entities ->
            entities
                .createQuery(select, Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("lower", name.toLowerCase(Locale.ROOT))
                .setParameter("typed", name)
                .getResultList());
  }

  /** Where a kind of rows is found, what they are called by and which of them count. */
  private static final class Table {
    final String from;
    final String name;
    final String alive;

    Table(String from, String name, String alive) {
      this.from = from;
      this.name = name;
      this.alive = alive;
    }
  }
}
