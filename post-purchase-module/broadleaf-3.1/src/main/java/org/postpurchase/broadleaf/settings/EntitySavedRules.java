package org.postpurchase.broadleaf.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.shared.PostPurchaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all earning rules from the host's entity manager. */
public final class EntitySavedRules implements SavedRules {
  private static final Logger LOG = LoggerFactory.getLogger(EntitySavedRules.class);
  private static final String ALL =
      "select r from org.postpurchase.broadleaf.entity.EarningRule r order by r.priority desc,"
          + " r.id";

  private final SettingsQuery query;
  private final EntityProgrammeReader reader;

  public EntitySavedRules(SettingsQuery query, EntityProgrammeReader reader) {
    this.query = query;
    this.reader = reader;
  }

  @Override
  public List<SavedRule> all() {
    return query.read(
        em -> {
          List<SavedRule> rules = new ArrayList<>();
          em.createQuery(ALL, EarningRule.class)
              .getResultList()
              .forEach(row -> rules.add(saved(row)));
          return rules;
        });
  }

  @Override
  public Optional<SavedRule> find(long id) {
    return all().stream().filter(rule -> rule.id == id).findFirst();
  }

  private SavedRule saved(EarningRule row) {
    org.postpurchase.loyalty.EarningRule definition = null;
    try {
      definition = reader.definition(row);
    } catch (IllegalArgumentException | PostPurchaseException unreadable) {
      LOG.warn("earning rule cannot be tried because it cannot be read id={}", row.getId());
    }
    return new SavedRule(
        row.getId(), row.getName(), Boolean.TRUE.equals(row.getActive()), definition);
  }
}
