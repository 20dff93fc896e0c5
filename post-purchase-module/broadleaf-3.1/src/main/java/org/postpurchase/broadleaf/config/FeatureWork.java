package org.postpurchase.broadleaf.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postpurchase.outbox.EventHandler;
import org.postpurchase.shared.DueWork;

/**
 * What one feature does without being asked: how it reacts to facts of orders, and what waits for
 * time. Every bean of this type takes part.
 */
final class FeatureWork {
  /** One node goes through them in this order, so that one kind of work feeds the next. */
  enum Stage {
    /** Facts of orders are handed to the features. */
    FACTS,
    /** Things that come with time are reported as moments. */
    MOMENTS,
    /** Due steps of series are decided. */
    STEPS,
    /** Messages leave. */
    MESSAGES,
    /** Everything else. */
    UPKEEP
  }

  /** In which order the features react to a batch of facts, all in its transaction. */
  enum Turn {
    CONSENT,
    SERIES,
    POINTS,
    REFERRALS,
    REVIEWS,
    PEOPLE,
    KEPT_LINES,
    OCCASIONS,
    ATTRIBUTION
  }

  private final Map<Stage, List<DueWork>> work = new EnumMap<>(Stage.class);
  private final Map<Turn, List<EventHandler>> handlers = new EnumMap<>(Turn.class);

  FeatureWork at(Turn turn, EventHandler handler) {
    handlers.computeIfAbsent(turn, t -> new ArrayList<>()).add(handler);
    return this;
  }

  FeatureWork during(Stage stage, DueWork due) {
    return during(stage, Collections.singleton(due));
  }

  FeatureWork during(Stage stage, Collection<? extends DueWork> due) {
    work.computeIfAbsent(stage, s -> new ArrayList<>()).addAll(due);
    return this;
  }

  /** The handlers of all features, in the order of their turns. */
  static List<EventHandler> handlers(List<FeatureWork> features) {
    Map<Turn, List<EventHandler>> all = new EnumMap<>(Turn.class);
    for (FeatureWork feature : features) {
      feature.handlers.forEach(
          (turn, some) -> all.computeIfAbsent(turn, t -> new ArrayList<>()).addAll(some));
    }
    return flat(all);
  }

  /** The due work of all features, in the order of its stages. */
  static List<DueWork> work(List<FeatureWork> features) {
    Map<Stage, List<DueWork>> all = new EnumMap<>(Stage.class);
    for (FeatureWork feature : features) {
      feature.work.forEach(
          (stage, some) -> all.computeIfAbsent(stage, s -> new ArrayList<>()).addAll(some));
    }
    return flat(all);
  }

  private static <T> List<T> flat(Map<?, List<T>> byPlace) {
    return Collections.unmodifiableList(
        byPlace.values().stream().flatMap(List::stream).collect(Collectors.toList()));
  }
}
