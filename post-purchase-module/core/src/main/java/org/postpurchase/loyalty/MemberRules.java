package org.postpurchase.loyalty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  MemberRules(ProgrammeReader programmes, Tiers tiers, Memberships members, LimitAward limit) {
    this.members = members;
    this.limit = limit;
    this.programmes = programmes;
    this.tiers = tiers;
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
    return narrowed(withBudget(), tier);
  }

  /** For somebody of whom nothing is known. */
  List<EarningRule> ofAnybody() {
    return narrowed(withBudget(), Optional.empty());
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
