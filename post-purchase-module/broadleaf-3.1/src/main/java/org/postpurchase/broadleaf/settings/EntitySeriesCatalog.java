package org.postpurchase.broadleaf.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.FlushModeType;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ConditionType;
import org.postpurchase.series.ExitRule;
import org.postpurchase.series.OrderFilter;
import org.postpurchase.series.ReEntry;
import org.postpurchase.series.Series;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesDefinition;
import org.postpurchase.series.SeriesStatus;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepKind;
import org.postpurchase.series.Waiting;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;

/** Reads the merchant's series from the host's entity manager. */
public final class EntitySeriesCatalog implements SeriesCatalog {
  private static final SparseLog TROUBLE =
      new SparseLog(LoggerFactory.getLogger(EntitySeriesCatalog.class));
  private static final String ENTITY = "org.postpurchase.broadleaf.entity.Series";
  private static final String RUNNING =
      "select s from " + ENTITY + " s where s.status <> 'DRAFT' order by s.priority desc, s.id";
  private static final String ONE = "select s from " + ENTITY + " s where s.id = :id";
  private static final String STEPS =
      "select t from org.postpurchase.broadleaf.entity.SeriesStep t left join fetch t.rewardOffer"
          + " where t.series.id = :id order by t.position, t.stepKey";
  private static final String STEPS_OF_RUNNING =
      "select t from org.postpurchase.broadleaf.entity.SeriesStep t left join fetch t.rewardOffer"
          + " where t.series.status <> 'DRAFT' order by t.position, t.stepKey";

  private final SettingsQuery query;

  public EntitySeriesCatalog(SettingsQuery query) {
    this.query = query;
  }

  @Override
  public List<Series> running() {
    return query.once(
        "series",
        em -> {
          List<org.postpurchase.broadleaf.entity.Series> rows = // first: steps lead to them
              em.createQuery(RUNNING, org.postpurchase.broadleaf.entity.Series.class)
                  .getResultList();
          Map<Long, List<SeriesStep>> steps = new LinkedHashMap<>();
          em.createQuery(STEPS_OF_RUNNING, SeriesStep.class)
              .getResultList()
              .forEach(
                  step ->
                      steps
                          .computeIfAbsent(step.getSeries().getId(), id -> new ArrayList<>())
                          .add(step));
          List<Series> running = new ArrayList<>();
          rows.forEach(row -> addReadable(running, row, steps.get(row.getId())));
          return running;
        });
  }

  /** One series that this node cannot read, such as a newer one's, never stops the others. */
  private static void addReadable(
      List<Series> running, org.postpurchase.broadleaf.entity.Series row, List<SeriesStep> steps) {
    try {
      running.add(series(row, steps == null ? new ArrayList<>() : steps));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      TROUBLE.error(
          "series", "series left out because it cannot be read id=" + row.getId(), unreadable);
    }
  }

  @Override
  public Optional<Series> find(long seriesId) {
    return query.read(
        em ->
            em
                .createQuery(ONE, org.postpurchase.broadleaf.entity.Series.class)
                .setParameter("id", seriesId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> series(row, steps(em, row.getId()))));
  }

  @Override
  public Map<Long, Series> findAll(Collection<Long> seriesIds) {
    Map<Long, Series> found = new HashMap<>();
    running().stream()
        .filter(series -> seriesIds.contains(series.id))
        .forEach(series -> found.put(series.id, series));
    for (long id : seriesIds) {
      if (!found.containsKey(id)) { // switched off, deleted, or not to be read
        find(id).ifPresent(series -> found.put(id, series));
      }
    }
    return found;
  }

  /** The steps of a series as stored, in order; what is unsaved stays unsaved. */
  public static List<SeriesStep> steps(EntityManager em, Long seriesId) {
    return em.createQuery(STEPS, SeriesStep.class)
        .setParameter("id", seriesId)
        .setFlushMode(FlushModeType.COMMIT)
        .getResultList();
  }

  private static Series series(
      org.postpurchase.broadleaf.entity.Series row, List<SeriesStep> steps) {
    return new Series(
        row.getId(),
        SeriesStatus.valueOf(row.getStatus()),
        row.getActiveSince() == null ? null : Instant.ofEpochMilli(row.getActiveSince()),
        number(row.getLiveVersion()),
        definition(row, steps));
  }

  /**
   * The immutable rules behind the rows.
   *
   * @throws IllegalArgumentException when a choice is none of those that there are
   */
  public static SeriesDefinition definition(
      org.postpurchase.broadleaf.entity.Series row, List<SeriesStep> steps) {
    Set<ExitRule> exits = EnumSet.noneOf(ExitRule.class);
    add(exits, row.getExitOrderedAgain(), ExitRule.ORDERED_AGAIN);
    add(exits, row.getExitOrderCancelled(), ExitRule.ORDER_CANCELLED);
    add(exits, row.getExitAllReturned(), ExitRule.ALL_RETURNED);
    add(exits, row.getExitOptedOut(), ExitRule.OPTED_OUT);
    List<Step> parts = new ArrayList<>();
    steps.forEach(step -> parts.add(step(step)));
    return new SeriesDefinition(
            text(row.getName()),
            text(row.getTriggerKey()),
            ReEntry.valueOf(text(row.getReEntry())),
            number(row.getPriority()),
            exits,
            parts)
        .only(
            filter(row.getProductIds(), row.getCategoryIds(), row.getAmounts(), row.getCountries())
                .number(number(row.getOrderNumber()))
                .build())
        .every(number(row.getPeriodDays()))
        .endsOn(text(row.getEndsOn()))
        .segment(text(row.getSegmentKey()));
  }

  private static OrderFilter.Builder filter(
      String products, String categories, String amounts, String countries) {
    return new OrderFilter.Builder()
        .goods(text(products), text(categories))
        .amounts(text(amounts))
        .countries(text(countries));
  }

  /**
   * The immutable step behind a row.
   *
   * @throws IllegalArgumentException when a choice is none of those that there are
   */
  public static Step step(SeriesStep row) {
    String kind = text(row.getStepKind());
    return new Step.Builder(text(row.getStepKey()))
        .segment(text(row.getSegmentKey()))
        .off(Boolean.TRUE.equals(row.getOff()))
        .kind(kind.isEmpty() ? StepKind.MESSAGE : StepKind.valueOf(kind))
        .awaits(
            new Waiting(
                text(row.getWaitsFor()),
                number(row.getWaitDays()),
                Boolean.TRUE.equals(row.getGoal())))
        .only(
            filter(row.getProductIds(), row.getCategoryIds(), row.getAmounts(), row.getCountries())
                .number(number(row.getOrderNumber()))
                .build())
        .at(number(row.getPosition()), text(row.getName()))
        .delay(
            Anchor.valueOf(text(row.getAnchor())),
            number(row.getDelayDays()),
            number(row.getDelayHours()))
        .fallback(number(row.getFallbackDays()), number(row.getFallbackDaysAbroad()))
        .window(time(row.getWindowFrom()), time(row.getWindowTo()))
        .validHours(number(row.getValidHours()))
        .sends(
            Purpose.valueOf(text(row.getPurpose())),
            text(row.getChannel()),
            text(row.getTemplateKey()))
        .aboutProducts(Boolean.TRUE.equals(row.getAboutProducts()))
        .onlyIf(ConditionType.valueOf(text(row.getConditionType())), text(row.getConditionStep()))
        .reward(
            row.getRewardOffer() == null ? 0 : row.getRewardOffer().getId(),
            number(row.getRewardValidDays()))
        .build();
  }

  private static void add(Set<ExitRule> exits, Boolean is, ExitRule rule) {
    if (Boolean.TRUE.equals(is)) {
      exits.add(rule);
    }
  }

  private static LocalTime time(String value) {
    try {
      return text(value).isEmpty() ? null : LocalTime.parse(value.trim());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }

  private static String text(String value) {
    return value == null ? "" : value.trim();
  }
}
