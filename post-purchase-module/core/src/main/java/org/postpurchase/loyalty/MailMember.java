package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.text.NumberFormat;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.order.ModelPart;
import org.postpurchase.shared.Language;
import org.postpurchase.shared.ShownText;
import org.postpurchase.tier.Tier;
import org.postpurchase.tier.TierPolicy;
import org.postpurchase.tier.TierReader;

/**
 * {@code member} in texts: {@code points} with their name, {@code tier}, the {@code next} tier and
 * what is {@code missing} for it. All empty for readers without an account in the programme, and
 * while there is no programme. Three statements for a whole batch; none without a programme.
 */
public final class MailMember implements ModelPart {
  private static final int NAME_MAX = 100;

  private final ProgrammeReader programmes;
  private final TierReader tiers;
  private final MemberCards cards;

  public MailMember(ProgrammeReader programmes, TierReader tiers, MemberCards cards) {
    this.programmes = requireNonNull(programmes, "programmes");
    this.tiers = requireNonNull(tiers, "tiers");
    this.cards = requireNonNull(cards, "cards");
  }

  @Override
  public String name() {
    return "member";
  }

  @Override
  public Reading knowing(Collection<Subject> subjects) {
    Set<String> owners =
        subjects.stream()
            .filter(subject -> subject.customerId > 0)
            .map(subject -> Owners.ofCustomer(subject.customerId))
            .collect(Collectors.toSet());
    Optional<Programme> programme = owners.isEmpty() ? Optional.empty() : programmes.active();
    if (!programme.isPresent()) {
      return (subject, language) -> nothing();
    }
    Map<String, MemberCards.Card> known = cards.of(programme.get().key, owners);
    Optional<TierPolicy> policy = known.isEmpty() ? Optional.empty() : tiers.policy();
    return (subject, language) -> {
      MemberCards.Card card = known.get(Owners.ofCustomer(subject.customerId));
      return card == null ? nothing() : shown(programme.get(), policy, card, language);
    };
  }

  private static Map<String, Object> nothing() {
    Map<String, Object> map = new HashMap<>();
    for (String name : new String[] {"points", "tier", "next", "missing"}) {
      map.put(name, "");
    }
    return map;
  }

  private static Map<String, Object> shown(
      Programme programme, Optional<TierPolicy> policy, MemberCards.Card card, Language language) {
    Map<String, Object> map = nothing();
    map.put("points", points(card.points, programme.pointsName, language));
    if (policy.isPresent()) {
      policy.get().find(card.tierKey).ifPresent(tier -> map.put("tier", name(tier.name, language)));
      Optional<Tier> next = policy.get().next(card.tierKey);
      long missing = next.map(tier -> policy.get().needed(tier) - card.qualified).orElse(0L);
      if (missing > 0) {
        map.put("next", name(next.get().name, language));
        map.put(
            "missing",
            name(policy.get().format(missing, programme.pointsName, language.locale), language));
      }
    }
    return map;
  }

  private static String points(long points, String name, Language language) {
    return name(
        NumberFormat.getIntegerInstance(language.locale).format(points) + " " + name, language);
  }

  private static String name(String text, Language language) {
    return language.isolated(ShownText.line(text, NAME_MAX));
  }

  @Override
  public Map<String, Object> example(Language language) {
    boolean german = "de".equals(language.locale.getLanguage());
    Map<String, Object> map = new HashMap<>();
    map.put("points", points(1240, german ? "Punkte" : "points", language));
    map.put("tier", german ? "Silber" : "Silver");
    map.put("next", "Gold");
    map.put("missing", points(260, german ? "Punkte" : "points", language));
    return Collections.unmodifiableMap(map);
  }
}
