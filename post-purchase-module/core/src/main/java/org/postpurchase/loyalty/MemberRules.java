package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.person.PersonRef;
import org.postpurchase.segment.SegmentMembership;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.Tiers;

/**
 * The rules for one owner that have anything left to give: those meant for everybody, those for the
 * owner's tier, and what the tier itself adds, which is a multiplier like any other and stacks by
 * the programme's policy.
 */
final class MemberRules {
  private static final int NOTHING_MORE = 100;

  private final ProgrammeReader programmes;
  private final Tiers tiers;
  private final Memberships members;
  private final LimitAward limit;
  private SegmentMembership segments = SegmentMembership.NOBODY;

  MemberRules(ProgrammeReader programmes, Tiers tiers, Memberships members, LimitAward limit) {
    this.members = members;
    this.limit = limit;
    this.programmes = programmes;
    this.tiers = tiers;
  }

  /** The shop has segments; to be called before the first use. */
  void with(SegmentMembership newSegments) {
    segments = newSegments;
  }

  /**
   * @param moment of what is paid for: who joins later earns nothing for it
   */
  List<EarningRule> of(Programme programme, String ownerKey, Instant moment) {
    if (!isMember(programme, ownerKey, moment)) {
      return new ArrayList<>();
    }
    Optional<Tier> tier =
        Owners.customerId(ownerKey) == 0 ? Optional.empty() : tiers.tierOf(ownerKey);
    return segmented(
        narrowed(withBudget(), tier), new SegmentsOf(Collections.singleton(ownerKey)), ownerKey);
  }

  /** Without the rules for segments that the owner, who must be a customer, is not in. */
  private static List<EarningRule> segmented(
      List<EarningRule> rules, SegmentsOf known, String ownerKey) {
    rules.removeIf(
        rule -> !rule.scope.segment.isEmpty() && !known.has(rule.scope.segment, ownerKey));
    return rules;
  }

  /** Who of some owners is in which segment; each segment is asked once, when it is needed. */
  private final class SegmentsOf {
    private final Set<PersonRef> customers;
    private final Map<String, Set<PersonRef>> members = new HashMap<>();

    SegmentsOf(Collection<String> ownerKeys) {
      customers =
          ownerKeys.stream()
              .map(Owners::customerId)
              .filter(id -> id != 0)
              .map(PersonRef::ofCustomer)
              .collect(Collectors.toSet());
    }

    boolean has(String segment, String ownerKey) {
      long id = Owners.customerId(ownerKey);
      return id != 0
          && members
              .computeIfAbsent(segment, key -> segments.membersAmong(key, customers))
              .contains(PersonRef.ofCustomer(id));
    }
  }

  /** The rules for many owners: what is the same for all is read once. */
  Round round(Programme programme, Collection<String> ownerKeys) {
    return new Round(programme, ownerKeys);
  }

  /** What owners can earn by, as it is now. */
  final class Round {
    private final Programme programme;
    private final List<EarningRule> rules = withBudget();
    private final Map<String, Tier> tierOf;
    private final SegmentsOf segmentsOf;

    private Round(Programme programme, Collection<String> ownerKeys) {
      this.programme = programme;
      this.segmentsOf = new SegmentsOf(ownerKeys);
      Set<String> customers =
          ownerKeys.stream()
              .filter(owner -> Owners.customerId(owner) != 0)
              .collect(Collectors.toSet());
      this.tierOf = customers.isEmpty() ? Collections.emptyMap() : tiers.tiersOf(customers);
    }

    /**
     * @param moment of what is paid for: who joins later earns nothing for it
     */
    List<EarningRule> of(String ownerKey, Instant moment) {
      return isMember(ownerKey, moment)
          ? segmented(
              narrowed(rules, Optional.ofNullable(tierOf.get(ownerKey))), segmentsOf, ownerKey)
          : new ArrayList<>();
    }

    boolean isMember(String ownerKey, Instant moment) {
      return MemberRules.this.isMember(programme, ownerKey, moment);
    }
  }

  /** For somebody of whom nothing is known. */
  List<EarningRule> ofAnybody() {
    List<EarningRule> rules = narrowed(withBudget(), Optional.empty());
    rules.removeIf(rule -> !rule.scope.segment.isEmpty());
    return rules;
  }

  private List<EarningRule> withBudget() {
    return programmes.rules().stream().filter(limit::hasBudget).collect(Collectors.toList());
  }

  /** Those of the rules that are for members of that tier, and what the tier itself adds. */
  static List<EarningRule> narrowed(List<EarningRule> all, Optional<Tier> tier) {
    String key = tier.map(t -> t.key).orElse("");
    List<EarningRule> rules =
        all.stream().filter(r -> r.scope.isFor(key)).collect(Collectors.toList());
    tier.filter(t -> t.benefits.earnPercent > NOTHING_MORE)
        .ifPresent(t -> rules.add(multiplier(t)));
    return rules;
  }

  /** A guest's order counts as a member's: whoever claims it has an account. */
  boolean isMember(Programme programme, String ownerKey, Instant moment) {
    return programme.joining == Joining.AUTOMATIC
        || Owners.customerId(ownerKey) == 0
        || members
            .find(programme.key, ownerKey)
            .filter(member -> !moment.isBefore(member.joinedAt))
            .isPresent();
  }

  private static EarningRule multiplier(Tier tier) {
    RuleSettings settings =
        RuleSettings.of(MoreForGoods.PERCENT.name, String.valueOf(tier.benefits.earnPercent));
    return EarningRule.of(EarningRuleTypes.MULTIPLY, settings)
        .key("tier:" + tier.key, 0)
        .named(tier.name)
        .build();
  }
}
