package org.postpurchase.admin.points;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.tier.StandingStore;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.Tiers;

/** What the pages of the points show of tiers. Reads only. */
final class TierFacts {
  private static final int CHANGES_SHOWN = 20;

  private final Tiers tiers;

  public TierFacts(Tiers tiers) {
    this.tiers = tiers;
  }

  /** How many members stand on each tier, from the lowest; empty while there are no tiers. */
  List<TierRow> members() {
    List<TierRow> rows = new ArrayList<>();
    Map<String, StandingStore.Count> counts = new HashMap<>();
    tiers.counts().forEach(count -> counts.put(count.tierKey, count));
    for (Tier tier : tiers.policy().map(p -> p.tiers).orElse(new ArrayList<>())) {
      StandingStore.Count none = new StandingStore.Count(tier.key, 0, 0);
      StandingStore.Count count = counts.getOrDefault(tier.key, none);
      rows.add(new TierRow(tier.name, count.members, count.atRisk));
    }
    return rows;
  }

  /** Where an account stands; empty while there are no tiers. */
  Optional<TierNote> of(long accountId, Locale locale) {
    return tiers
        .at(accountId)
        .map(
            at -> {
              Moments moments = new Moments(at.policy.zone, locale);
              Map<String, String> names = names(at.policy);
              return new TierNote(
                  at,
                  tiers.changes(accountId, CHANGES_SHOWN).stream()
                      .map(
                          c ->
                              new TierNote.Change(
                                  c, names.getOrDefault(c.tierKey, c.tierKey), moments))
                      .collect(Collectors.toList()),
                  moments,
                  locale);
            });
  }

  private static Map<String, String> names(TierPolicy policy) {
    Map<String, String> names = new HashMap<>();
    policy.tiers.forEach(tier -> names.put(tier.key, tier.name));
    return names;
  }
}
