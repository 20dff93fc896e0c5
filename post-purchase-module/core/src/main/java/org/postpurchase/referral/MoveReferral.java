package org.postpurchase.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.loyalty.Owners;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.referral.ReferralEvent.Gate;

/**
 * The only place where a referral changes its state: state, history, rewards and moments in one
 * transaction, with the referral's row locked by the caller.
 */
final class MoveReferral {
  /** What is not for good: it waits for a person, or for the advocate's link to be used again. */
  private static final Set<ReferralReason> WAITING =
      EnumSet.of(ReferralReason.CAP_PERIOD, ReferralReason.NO_POINTS, ReferralReason.SUSPENDED);

  private final ReferralProgrammes programmes;
  private final ReferralStore store;
  private final AdvocateStore advocates;
  private final BookRewards rewards;
  private final TellReferrals tell;
  private final Supplier<ZoneId> zone;

  MoveReferral(
      ReferralProgrammes programmes,
      ReferralEngine.Stores stores,
      BookRewards rewards,
      TellReferrals tell,
      Supplier<ZoneId> zone) {
    this.programmes = programmes;
    this.store = stores.referrals;
    this.advocates = stores.advocates;
    this.rewards = rewards;
    this.tell = tell;
    this.zone = zone;
  }

  Advocate advocate(Referral referral) {
    return advocates
        .find(referral.advocateId)
        .orElseThrow(
            () -> new IllegalStateException("Indicates a bug: no advocate " + referral.advocateId));
  }

  /** In ascending order, before anything else of a batch is locked. */
  void lockAdvocates(Collection<Referral> all) {
    new TreeSet<>(all.stream().map(r -> r.advocateId).collect(Collectors.toSet()))
        .forEach(advocates::lock);
  }

  Optional<ReferralProgramme> programme(Referral referral) {
    return programmes.find(referral.programmeId);
  }

  /** What the fraud gate says goes first, then the criteria. */
  void judge(
      Referral referral,
      ReferralProgramme programme,
      OrderSnapshot order,
      List<Signal> signals,
      Instant now) {
    int score = JudgeFraud.score(signals);
    Referral judged =
        referral
            .with()
            .judged(score, order.totals.merchandise)
            .due(due(referral, programme, order))
            .build();
    String found =
        signals.stream().map(s -> s.key + "=" + s.weight).collect(Collectors.joining(" "));
    String detail = "score=" + score + (found.isEmpty() ? "" : " " + found);
    ReferralReason refused = criteria(programme, order);
    if (score >= programme.gate.reject) {
      to(judged, ReferralState.REJECTED, ReferralReason.SIGNALS, Gate.FRAUD, detail, now);
    } else if (score >= programme.gate.hold) {
      to(judged, ReferralState.HELD, ReferralReason.SIGNALS, Gate.FRAUD, detail, now);
    } else if (refused != null) {
      to(judged, ReferralState.REJECTED, refused, Gate.CRITERIA, detail, now);
    } else {
      qualify(
          judged, programme, order, new Why(Gate.CRITERIA, detail, ReferralReason.ORDERED), now);
    }
  }

  /**
   * The least that friends must buy is none of them: the checkout has asked for it, before
   * discounts, and what was told there holds.
   */
  private static ReferralReason criteria(ReferralProgramme programme, OrderSnapshot order) {
    return programme.counts(order.submittedAt) ? null : ReferralReason.NOT_RUNNING;
  }

  private Instant due(Referral referral, ReferralProgramme programme, OrderSnapshot order) {
    return referral.dueAt != null
        ? referral.dueAt
        : programme.dueAfterOrder(
            order.submittedAt == null ? referral.claim.at : order.submittedAt, zone.get());
  }

  /** Who or what lets a referral qualify. */
  static final class Why {
    final Gate gate;
    final String detail;

    /** The referral's reason when its rewards are booked. */
    final ReferralReason booked;

    Why(Gate gate, String detail, ReferralReason booked) {
      this.gate = gate;
      this.detail = detail;
      this.booked = booked;
    }

    /** Caps hold for what no person has let pass, and was not within them before. */
    boolean isWithinCaps() {
      return booked == ReferralReason.ORDERED;
    }
  }

  /** Books the rewards, unless a cap or the like is in the way; returns what it is now. */
  Referral qualify(
      Referral referral, ReferralProgramme programme, OrderSnapshot order, Why why, Instant now) {
    boolean told = referral.state == ReferralState.HELD && isTold(referral);
    ReferralReason gate =
        rewards.book(referral, programme, Owners.of(order), now, !why.isWithinCaps());
    if (gate == ReferralReason.ORDERED) {
      Referral booked = referral.with().booked(now).build();
      Referral after = to(booked, ReferralState.QUALIFYING, why.booked, why.gate, why.detail, now);
      if (!told) {
        tell.joined(after, advocate(after), rewards.gifts(after));
      }
      return after;
    }
    // whom a person has let pass, or what was promised before, is not rejected for an empty budget
    boolean waits = WAITING.contains(gate) || !why.isWithinCaps();
    ReferralState state = waits ? ReferralState.HELD : ReferralState.REJECTED;
    return to(referral, state, gate, Gate.CRITERIA, why.detail, now);
  }

  /** Whether both sides were told that the friend has joined, and of nothing to the contrary. */
  private boolean isTold(Referral referral) {
    boolean told = false;
    for (ReferralEvent event : store.events(referral.id)) {
      told |= event.to == ReferralState.QUALIFYING;
      told &= event.to != ReferralState.REVERSED;
    }
    return told;
  }

  /** The day on which the reward is safe has become known. */
  void schedule(Referral referral, Instant dueAt) {
    if (dueAt.equals(referral.dueAt)) {
      return;
    }
    store.save(referral.with().due(dueAt).build());
    if (referral.state == ReferralState.QUALIFYING) {
      rewards.schedule(referral, dueAt);
    }
  }

  void pay(Referral referral, Instant now) {
    Advocate advocate = advocate(referral);
    TellReferrals.Gifts given = rewards.pay(referral, advocate, tell.order(referral), now);
    boolean own = given.of(ReferralReward.Side.ADVOCATE).isPresent();
    ReferralReason reason = own ? ReferralReason.SAFE : ReferralReason.BETWEEN;
    Referral after = to(referral, ReferralState.REWARDED, reason, Gate.ORDER, "", now);
    tell.rewarded(after, advocate, given);
  }

  /** Some of the order is not kept any more. */
  void keep(Referral referral, Share kept, ReferralReason why, Instant now) {
    if (kept.isAll() || (!referral.isOpen() && referral.state != ReferralState.REWARDED)) {
      return;
    }
    if (kept.isNothing()) {
      reverse(referral, why, now);
      return;
    }
    TellReferrals.Gifts before = rewards.gifts(referral);
    long taken = referral.isBooked() ? rewards.keep(referral, kept, why.name()) : 0;
    if (taken > before.takenBack()) {
      Referral after = referral.with().is(referral.state, why, now).build();
      String key = "referral:" + referral.id + ":" + referral.life + ":keep:" + taken;
      if (store.addEvent(
          key, new ReferralEvent(referral, after, Gate.ORDER, "takenBack=" + taken))) {
        tell.reduced(after, advocate(referral), before, rewards.gifts(referral));
      }
    }
  }

  void reverse(Referral referral, ReferralReason why, Instant now) {
    boolean promised = referral.isBooked();
    long taken = promised ? rewards.keep(referral, Share.NOTHING, why.name()) : 0;
    Referral after =
        to(
            referral.with().booked(null).build(),
            ReferralState.REVERSED,
            why,
            Gate.ORDER,
            taken > 0 ? "takenBack=" + taken : "",
            now);
    if (promised) {
      tell.reversed(after, advocate(after), rewards.gifts(after));
    }
  }

  /** A person's word against the reward. */
  Referral reject(Referral referral, String actor, String words, Instant now) {
    if (referral.isBooked()) {
      rewards.keep(referral, Share.NOTHING, ReferralReason.REJECTED_BY_STAFF.name());
    }
    return to(
        referral.with().booked(null).decided(actor).build(),
        ReferralState.REJECTED,
        ReferralReason.REJECTED_BY_STAFF,
        Gate.PERSON,
        words,
        now);
  }

  /** What was booked is taken back until a person has looked: nothing waits booked and held. */
  void holdBooked(Referral referral, int score, Instant now) {
    holdBooked(referral, ReferralReason.SIGNALS, Gate.FRAUD, "score=" + score, now);
  }

  /**
   * The same while its advocate's link is out of use.
   *
   * @param actor who has suspended the advocate; empty for whoever it was
   */
  void holdSuspended(Referral referral, String actor, Instant now) {
    String by = actor.isEmpty() ? "" : "by=" + actor;
    holdBooked(referral, ReferralReason.SUSPENDED, Gate.CRITERIA, by, now);
  }

  private void holdBooked(
      Referral referral, ReferralReason reason, Gate gate, String detail, Instant now) {
    rewards.keep(referral, Share.NOTHING, reason.name());
    to(referral.with().booked(null).build(), ReferralState.HELD, reason, gate, detail, now);
  }

  /** Waits for a person, whoever has rejected it. */
  Referral hold(Referral referral, Why why, ReferralReason reason, String actor, Instant now) {
    return to(
        referral.with().decided(actor).build(),
        ReferralState.HELD,
        reason,
        why.gate,
        why.detail,
        now);
  }

  private Referral to(
      Referral referral,
      ReferralState state,
      ReferralReason reason,
      Gate gate,
      String detail,
      Instant now) {
    Referral after = referral.with().is(state, reason, now).build();
    store.save(after);
    store.addEvent("", new ReferralEvent(referral, after, gate, detail));
    return after;
  }
}
