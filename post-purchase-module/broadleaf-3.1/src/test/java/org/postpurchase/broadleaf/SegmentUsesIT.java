package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.broadleaf.settings.SegmentUses;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.SettingsAccess;

/** Everything that can ask for a segment is found before it is removed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentUsesIT {
  private static final String KEY = "asked-for";
  private static final List<Class<?>> ASKING =
      List.of(Series.class, SeriesStep.class, EarningRule.class, LoyaltyReward.class);

  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final SegmentUses uses =
      new SegmentUses(HostContext.get().getBean("ppSettingsQuery", SettingsQuery.class));

  @AfterEach
  void ask_for_nothing() {
    for (Class<?> asking : ASKING) {
      ask(asking, null);
    }
  }

  /** Lets the first record of a kind ask for a segment, or takes that back from all. */
  private int ask(Class<?> asking, String key) {
    return settings.read(
        em -> {
          String entity = "org.postpurchase.broadleaf.entity." + asking.getSimpleName() + "Impl";
          Object first = em.createQuery("select min(e.id) from " + entity + " e").getSingleResult();
          String which = key == null ? "" : " where e.id = " + first;
          return em.createQuery("update " + entity + " e set e.segmentKey = :key" + which)
              .setParameter("key", key)
              .executeUpdate();
        });
  }

  @Test
  void a_segment_that_nothing_asks_for_has_no_use() {
    assertThat(uses.of(KEY)).isEmpty();
    assertThat(ask(Series.class, "another")).isPositive();
    assertThat(uses.of(KEY)).isEmpty();
  }

  @Test
  void each_kind_that_asks_is_named() {
    for (Class<?> asking : ASKING) {
      assertThat(ask(asking, KEY)).as("there is a %s", asking.getSimpleName()).isOne();
      assertThat(uses.of(KEY)).as(asking.getSimpleName()).hasSize(1);
      assertThat(uses.of(KEY).get(0).name).isNotBlank();
      ask(asking, null);
    }
  }

  @Test
  void a_series_that_asks_twice_is_named_once_with_whether_it_is_on() {
    settings.deactivate("every-order");
    long series =
        settings.read(
            em ->
                (Long)
                    em.createQuery(
                            "select s.id from org.postpurchase.broadleaf.entity.SeriesImpl s where"
                                + " s.presetKey = 'every-order'")
                        .getSingleResult());
    settings.read(
        em -> {
          em.createQuery(
                  "update org.postpurchase.broadleaf.entity.SeriesImpl s set s.segmentKey = :key"
                      + " where s.id = :id")
              .setParameter("key", KEY)
              .setParameter("id", series)
              .executeUpdate();
          return em.createQuery(
                  "update org.postpurchase.broadleaf.entity.SeriesStepImpl s set s.segmentKey ="
                      + " :key where s.series.id = :id")
              .setParameter("key", KEY)
              .setParameter("id", series)
              .executeUpdate();
        });
    assertThat(uses.of(KEY)).hasSize(1);
    assertThat(uses.of(KEY).get(0).active).isFalse();
    settings.activate("every-order", 0);
    try {
      assertThat(uses.of(KEY).get(0).active).isTrue();
      assertThat(uses.of(KEY).get(0).kind).isEqualTo(SegmentUses.Use.Kind.SERIES);
    } finally {
      settings.deactivate("every-order");
    }
  }
}
