package org.postpurchase.admin.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.SettingsQuery;

/** What the form of a step offers that only the shop's own settings know. Reads only. */
final class FormChoices {
  private static final String TEMPLATES =
      "select distinct t.templateKey from org.postpurchase.broadleaf.entity.MessageTemplate t order"
          + " by t.templateKey";
  private static final String STEP =
      "select t from org.postpurchase.broadleaf.entity.SeriesStep t where t.id = :id";

  private final SettingsQuery query;

  public FormChoices(SettingsQuery query) {
    this.query = query;
  }

  /** Keys of all templates. */
  List<String> templates() {
    return query.read(em -> em.createQuery(TEMPLATES, String.class).getResultList());
  }

  /** Names of the segments by their keys. */
  Map<String, String> segments() {
    return query.read(
        em -> {
          Map<String, String> segments = new LinkedHashMap<>();
          for (Object row :
              em.createNativeQuery("select SEGMENT_KEY, NAME from PP_SEGMENT order by NAME")
                  .getResultList()) {
            Object[] columns = (Object[]) row;
            segments.put(String.valueOf(columns[0]), String.valueOf(columns[1]));
          }
          return segments;
        });
  }

  /** Names of the other steps of the step's series by their keys, in order. */
  Map<String, String> otherSteps(long stepId) {
    return query.read(
        em -> {
          Map<String, String> others = new LinkedHashMap<>();
          for (SeriesStep step :
              em.createQuery(STEP, SeriesStep.class).setParameter("id", stepId).getResultList()) {
            EntitySeriesCatalog.steps(em, step.getSeries().getId()).stream()
                .filter(other -> other.getId() != stepId)
                .forEach(other -> others.put(other.getStepKey(), other.getName()));
          }
          return others;
        });
  }

  /** The edition of the step's series, to be sent back with the form. */
  Optional<Integer> edition(long stepId) {
    return query.read(
        em ->
            em
                .createQuery(STEP, SeriesStep.class)
                .setParameter("id", stepId)
                .getResultList()
                .stream()
                .map(SeriesStep::getSeries)
                .map(Series::getEdition)
                .findFirst());
  }
}
