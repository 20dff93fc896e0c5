package org.postpurchase.admin.preview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.settings.SettingsQuery;

/** All templates of the shop, active or not. Reads only. */
public final class SavedTemplates {
  private static final String ALL =
      "select t from org.postpurchase.broadleaf.entity.MessageTemplate t order by t.templateKey, t.localeCode";
  private static final String ONE =
      "select t from org.postpurchase.broadleaf.entity.MessageTemplate t where t.id = :id";

  private final SettingsQuery query;

  public SavedTemplates(SettingsQuery query) {
    this.query = query;
  }

  public List<SavedTemplate> list() {
    return query.read(
        em ->
            em.createQuery(ALL, MessageTemplate.class).getResultList().stream()
                .map(SavedTemplate::new)
                .collect(Collectors.toList()));
  }

  public Optional<SavedTemplate> find(long id) {
    return query.read(
        em ->
            em
                .createQuery(ONE, MessageTemplate.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(SavedTemplate::new));
  }
}
