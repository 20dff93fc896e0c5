package org.postpurchase.admin.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.postpurchase.broadleaf.settings.SettingsQuery;

/** What merchants call their steps. One statement for a whole page; reads only. */
public final class StepNames {
  private static final String NAMES =
      "select distinct t.stepKey, t.name from org.postpurchase.broadleaf.entity.SeriesStep t"
          + " where t.stepKey in (:keys)";

  private final SettingsQuery query;

  public StepNames(SettingsQuery query) {
    this.query = query;
  }

  /** Names by key; a key that steps of several series have under different names is left out. */
  public Map<String, String> of(Collection<String> keys) {
    Map<String, String> names = new HashMap<>();
    if (keys.isEmpty()) {
      return names;
    }
    List<Object[]> rows =
        query.read(
            em ->
                em.createQuery(NAMES, Object[].class)
                    .setParameter("keys", new HashSet<>(keys))
                    .getResultList());
    HashSet<String> ambiguous = new HashSet<>();
    for (Object[] row : rows) {
      if (names.put((String) row[0], (String) row[1]) != null) {
        ambiguous.add((String) row[0]);
      }
    }
    names.keySet().removeAll(ambiguous);
    return names;
  }
}
