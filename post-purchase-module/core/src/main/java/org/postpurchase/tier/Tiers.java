package org.postpurchase.tier;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.ledger.LedgerViews;
import org.postpurchase.shared.Transactions;

/** Where members stand, for pages, rules, offers and rewards. Changes nothing. */
public final class Tiers {
  private final TierReader reader;
  private final StandingStore standings;
  private final LedgerViews views;
  private final Transactions transactions;

  public Tiers(
      TierReader reader, StandingStore standings, LedgerViews views, Transactions transactions) {
    this.reader = reader;
    this.standings = standings;
    this.views = views;
    this.transactions = transactions;
  }

  /** Empty while there are no tiers. */
  public Optional<TierPolicy> policy() {
    return transactions.call(reader::policy);
  }

  /** The tier that an owner stands on; empty below the lowest and while there are none. */
  public Optional<Tier> tierOf(String ownerKey) {
    return at(ownerKey).flatMap(view -> view.tier());
  }

  /**
   * The tiers that these owners stand on, by owner; whoever stands below the lowest is left out. At
   * most two statements, however many they are, and a few more for each whose account somebody took
   * over.
   */
  public Map<String, Tier> tiersOf(Collection<String> ownerKeys) {
    Map<String, Tier> tiers = new HashMap<>();
    transactions.run(
        () ->
            reader
                .policy()
                .ifPresent(
                    policy -> {
                      for (StandingStore.OfOwner each :
                          standings.ofOwners(policy.programme, ownerKeys)) {
                        Optional<Tier> tier =
                            each.merged ? tierOf(each.ownerKey) : policy.find(each.tierKey);
                        tier.ifPresent(t -> tiers.put(each.ownerKey, t));
                      }
                    }));
    return tiers;
  }

  /** Whether an owner stands on that tier or above; false when there is no such tier. */
  public boolean reaches(String ownerKey, String tierKey) {
    return at(ownerKey)
        .map(
            view -> {
              int wanted = view.policy.place(tierKey);
              return wanted >= 0 && view.policy.place(view.standing.tierKey) >= wanted;
            })
        .orElse(false);
  }

  /** Everything for the page that shows it; empty while there are no tiers. */
  public Optional<View> at(String ownerKey) {
    return transactions.call(
        () ->
            reader
                .policy()
                .map(
                    policy -> {
                      Optional<Long> account = views.accountOf(policy.programme, ownerKey);
                      Standing standing =
                          account
                              .flatMap(standings::find)
                              .orElse(Standing.none(account.orElse(0L)));
                      return new View(policy, standing);
                    }));
  }

  /** The same for an account; for the merchant's screens. */
  public Optional<View> at(long accountId) {
    return transactions.call(
        () ->
            reader
                .policy()
                .map(
                    policy ->
                        new View(
                            policy, standings.find(accountId).orElse(Standing.none(accountId)))));
  }

  /** The newest changes of an account, newest first. */
  public List<TierChange> changes(long accountId, int limit) {
    return transactions.call(() -> standings.changes(accountId, limit));
  }

  public List<StandingStore.Count> counts() {
    return transactions.call(standings::counts);
  }

  /** A standing held against the ladder. */
  public static final class View {
    public final TierPolicy policy;
    public final Standing standing;

    View(TierPolicy policy, Standing standing) {
      this.policy = policy;
      this.standing = standing;
    }

    /** Empty below the lowest. */
    public Optional<Tier> tier() {
      return policy.find(standing.tierKey);
    }

    /** The tier and all below it, from the lowest. */
    public List<Tier> reached() {
      return policy.tiers.subList(0, policy.place(standing.tierKey) + 1);
    }

    /** Empty at the top. */
    public Optional<Tier> next() {
      return policy.next(standing.tierKey);
    }

    /** What is missing to the next tier, in points or in the currency's smallest coin. */
    public long missing() {
      return next().map(t -> Math.max(0, policy.needed(t) - standing.qualified)).orElse(0L);
    }

    /** What is missing to keep the tier that is at risk. */
    public long missingToKeep() {
      return tier().map(t -> Math.max(0, policy.needed(t) - standing.qualified)).orElse(0L);
    }
  }
}
