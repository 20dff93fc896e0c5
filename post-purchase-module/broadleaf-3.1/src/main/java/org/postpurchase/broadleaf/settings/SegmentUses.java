package org.postpurchase.broadleaf.settings;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;

/**
 * What would change if a segment were gone: series that ask for it at their beginning or at a step,
 * earning rules and rewards. Reads only, three statements; safe for concurrent use.
 */
public final class SegmentUses {
  private static final String ENTITIES = "org.postpurchase.broadleaf.entity.";

  private final SettingsQuery query;

  public SegmentUses(SettingsQuery query) {
    this.query = requireNonNull(query, "query");
  }

  /** Something that asks for a segment. Immutable. */
  public static final class Use {
    public final Kind kind;
    public final String name;

    /** Whether it is switched on; a draft or a paused one is not. */
    public final boolean active;

    Use(Kind kind, String name, boolean active) {
      this.kind = kind;
      this.name = name;
      this.active = active;
    }

    /** Names are message keys too. */
    public enum Kind {
      SERIES,
      RULE,
      REWARD
    }
  }

  /** All uses of the segment of that key, each once, by kind and age. */
  public List<Use> of(String segmentKey) {
    return query.read(
        em -> {
          List<Use> uses = new ArrayList<>();
          add(
              uses,
              em,
              Use.Kind.SERIES,
              "select s.name, s.status from "
                  + ENTITIES
                  + "Series s where s.segmentKey = :key or exists (select t.id from "
                  + ENTITIES
                  + "SeriesStep t where t.series = s and t.segmentKey = :key) order by s.id",
              segmentKey);
          for (Use.Kind kind : new Use.Kind[] {Use.Kind.RULE, Use.Kind.REWARD}) {
            add(
                uses,
                em,
                kind,
                "select u.name, u.active from "
                    + ENTITIES
                    + (kind == Use.Kind.RULE ? "EarningRule" : "LoyaltyReward")
                    + " u where u.segmentKey = :key order by u.id",
                segmentKey);
          }
          return uses;
        });
  }

  private static void add(
      List<Use> uses, EntityManager em, Use.Kind kind, String jpql, String segmentKey) {
    for (Object[] row :
        em.createQuery(jpql, Object[].class).setParameter("key", segmentKey).getResultList()) {
      boolean active = Boolean.TRUE.equals(row[1]) || "ACTIVE".equals(row[1]);
      uses.add(new Use(kind, (String) row[0], active));
    }
  }
}
