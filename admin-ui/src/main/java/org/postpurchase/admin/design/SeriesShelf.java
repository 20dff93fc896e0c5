package org.postpurchase.admin.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.postpurchase.admin.settings.SeriesProblemText;
import org.postpurchase.admin.transfer.Fields;
import org.postpurchase.admin.transfer.FileNames;
import org.postpurchase.admin.transfer.LocalKeys;
import org.postpurchase.admin.transfer.Shelf;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesImpl;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.entity.SeriesStepImpl;
import org.postpurchase.broadleaf.settings.EntitySeriesCatalog;
import org.postpurchase.portable.PortableKeys;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesProblem;
import org.postpurchase.series.Triggers;

/**
 * Series in files, with their steps. A new one is a draft. One that runs goes on with its live
 * version until somebody makes the changes live in the designer.
 */
public final class SeriesShelf implements Shelf {
  private static final String KIND = "series";
  private static final String ALL =
      "select s from org.postpurchase.broadleaf.entity.Series s order by s.id";
  private static final String EDITION =
      "update PP_SERIES set EDITION = :next where SERIES_ID = :id and EDITION = :seen";
  private static final String OFFERS =
      "select o from org.broadleafcommerce.core.offer.domain.Offer o where o.name = :name";

  private final LocalKeys keys;
  private final DesignChecks checks;
  private final SeriesProblemText problemText;
  private final Words words;

  public SeriesShelf(
      PortableKeys keys,
      DesignParts parts,
      Triggers triggers,
      SeriesProblemText problemText,
      Words words) {
    this.keys = new LocalKeys(keys, KIND);
    this.checks = new DesignChecks(parts, triggers);
    this.problemText = problemText;
    this.words = words;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Class<?>> records() {
    return Arrays.asList(Series.class, SeriesStep.class);
  }

  private static Map<Long, Series> rows(EntityManager em) {
    Map<Long, Series> rows = new LinkedHashMap<>();
    em.createQuery(ALL, Series.class).getResultList().forEach(row -> rows.put(row.getId(), row));
    return rows;
  }

  private static Map<Long, LocalKeys.Local> locals(Map<Long, Series> rows) {
    Map<Long, LocalKeys.Local> locals = new LinkedHashMap<>();
    rows.forEach((id, s) -> locals.put(id, new LocalKeys.Local(s.getPresetKey(), s.getName())));
    return locals;
  }

  @Override
  public List<Entry> entries(EntityManager em) {
    Map<Long, Series> rows = rows(em);
    Map<String, Entry> entries = new TreeMap<>();
    keys.of(locals(rows))
        .forEach(
            (id, key) -> {
              Series row = rows.get(id);
              PortableNode content =
                  SeriesContent.of(key, row, EntitySeriesCatalog.steps(em, row.getId()));
              boolean live = !"DRAFT".equals(row.getStatus());
              entries.put(key, new Entry(key, row.getName(), content, live));
            });
    return new ArrayList<>(entries.values());
  }

  @Override
  public List<String> problems(EntityManager em, Entry entry, FileNames names, Locale locale) {
    Fields fields = new Fields(words, locale);
    SeriesContent.check(fields, entry.content);
    Map<String, PortableNode> steps = new HashMap<>();
    for (PortableNode step : entry.content.field("steps").items) {
      if (steps.put(step.textOf("key"), step) != null) {
        fields.problem(step, "PostPurchase_Transfer_KeyTwice", step.textOf("key"));
      }
      String offer = step.textOf("offer");
      if (!offer.isEmpty() && offers(em, offer).size() != 1) {
        fields.problem(step.field("offer"), "PostPurchase_Transfer_NoOffer", offer);
      }
    }
    if (fields.problems().isEmpty()) {
      SeriesDefinition draft = definition(em, entry.content);
      for (SeriesProblem problem : checks.of(draft, false)) {
        PortableNode at = steps.getOrDefault(problem.stepKey, entry.content);
        fields.said(at, entry.name + ": " + problemText.named(problem, draft.steps));
      }
    }
    return fields.problems();
  }

  private static SeriesDefinition definition(EntityManager em, PortableNode content) {
    Series row = new SeriesImpl();
    SeriesContent.onto(row, content);
    List<SeriesStep> steps = new ArrayList<>();
    for (PortableNode step : content.field("steps").items) {
      SeriesStep fresh = new SeriesStepImpl();
      SeriesContent.onto(fresh, step, offer(em, step), steps.size() + 1);
      steps.add(fresh);
    }
    return EntitySeriesCatalog.definition(row, steps);
  }

  private static List<Offer> offers(EntityManager em, String name) {
    return em.createQuery(OFFERS, Offer.class).setParameter("name", name).getResultList();
  }

  private static Optional<Offer> offer(EntityManager em, PortableNode step) {
    String name = step.textOf("offer");
    return name.isEmpty() ? Optional.empty() : offers(em, name).stream().findFirst();
  }

  @Override
  public void put(EntityManager em, Entry entry, String actor) {
    Map<Long, Series> rows = rows(em);
    Optional<Long> id = keys.find(locals(rows), entry.key);
    Series row = id.isPresent() ? begin(em, rows.get(id.get())) : fresh();
    SeriesContent.onto(row, entry.content);
    if (!id.isPresent()) {
      em.persist(row);
      em.flush();
      keys.name(row.getId(), entry.key);
    }
    Map<String, SeriesStep> left = new HashMap<>();
    EntitySeriesCatalog.steps(em, row.getId()).forEach(step -> left.put(step.getStepKey(), step));
    int position = 0;
    for (PortableNode node : entry.content.field("steps").items) {
      SeriesStep known = left.remove(node.textOf("key"));
      SeriesStep step = known == null ? new SeriesStepImpl() : known;
      step.setSeries(row);
      SeriesContent.onto(step, node, offer(em, node), ++position);
      if (known == null) {
        em.persist(step);
      }
    }
    left.values().forEach(em::remove);
  }

  private static Series begin(EntityManager em, Series row) {
    int seen = row.getEdition() == null ? 0 : row.getEdition();
    int won =
        em.createNativeQuery(EDITION)
            .setParameter("next", seen + 1)
            .setParameter("id", row.getId())
            .setParameter("seen", seen)
            .executeUpdate();
    if (won != 1) {
      throw new ChangedMeanwhileException("series " + row.getId());
    }
    em.refresh(row);
    return row;
  }

  private static Series fresh() {
    Series row = new SeriesImpl();
    row.setStatus("DRAFT");
    row.setLiveVersion(0);
    row.setEdition(1);
    return row;
  }
}
