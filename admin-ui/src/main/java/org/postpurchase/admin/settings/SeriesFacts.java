package org.postpurchase.admin.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.shared.Shop;

/** Reads what the pages tell about a series besides its form. Changes nothing. */
final class SeriesFacts {
  private static final String OF_STEP =
      "select t.series.id from org.postpurchase.broadleaf.entity.SeriesStep t where t.id = :id";

  private final SeriesCatalog catalog;
  private final PublishSeries publish;
  private final EnrollmentStore enrollments;
  private final SettingsQuery query;
  private final Shop shop;
  private final Words words;

  public SeriesFacts(
      SeriesCatalog catalog,
      PublishSeries publish,
      EnrollmentStore enrollments,
      SettingsQuery query,
      Shop shop,
      Words words) {
    this.catalog = catalog;
    this.publish = publish;
    this.enrollments = enrollments;
    this.query = query;
    this.shop = shop;
    this.words = words;
  }

  Optional<SeriesNote> of(long id, Locale locale) {
    return query.read(em -> catalog.find(id).map(series -> note(series, locale)));
  }

  Optional<SeriesNote> ofStep(long stepId, Locale locale) {
    List<Long> ids =
        query.read(
            em -> em.createQuery(OF_STEP, Long.class).setParameter("id", stepId).getResultList());
    return ids.stream().findFirst().flatMap(id -> of(id, locale));
  }

  private SeriesNote note(Series series, Locale locale) {
    List<SeriesStep> rows =
        query.read(
            em -> EntitySeriesCatalog.steps(em, series.id).stream().collect(Collectors.toList()));
    Map<String, String> names =
        rows.stream()
            .collect(Collectors.toMap(SeriesStep::getStepKey, SeriesStep::getName, (a, b) -> a));
    boolean unpublished =
        series.liveVersion > 0
            && publish.hasUnpublished(series.id, series.draft, series.liveVersion);
    return new SeriesNote(
        series,
        unpublished,
        enrollments.countActive(series.id),
        new Moments(shop.zone, locale).of(series.activeSince),
        rows.stream()
            .map(row -> new StepRow(row, words.template(row.getTemplateKey(), locale), names))
            .collect(Collectors.toList()));
  }
}
