package org.postpurchase.referral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postpurchase.shared.Transactions;

/** What pages show of the programme, of an advocate and of friends. Reads only. */
public final class ShowReferrals {
  private static final int MOST = 50;

  private final ReferralProgrammes programmes;
  private final ReferralEngine.Stores stores;
  private final Transactions transactions;

  public ShowReferrals(
      ReferralProgrammes programmes, ReferralEngine.Stores stores, Transactions transactions) {
    this.programmes = programmes;
    this.stores = stores;
    this.transactions = transactions;
  }

  /** What a friend reads: empty unless the code is good and the programme runs. Two statements. */
  public Optional<Invitation> invitation(String code) {
    return FriendCode.of(code)
        .flatMap(
            own ->
                transactions.call(
                    () ->
                        stores
                            .advocates
                            .ofCode(own)
                            .filter(advocate -> !advocate.suspended)
                            .flatMap(
                                advocate ->
                                    programmes
                                        .find(advocate.programmeId)
                                        .filter(ReferralProgramme::isActive)
                                        .map(p -> new Invitation(p, advocate)))));
  }

  /** What an advocate reads about their friends; empty when there is no such advocate. */
  public Optional<Status> status(long advocateId) {
    return transactions.call(
        () ->
            stores
                .advocates
                .find(advocateId)
                .flatMap(
                    advocate ->
                        programmes
                            .find(advocate.programmeId)
                            .map(p -> new Status(p, advocate, friends(advocate.id)))));
  }

  private List<Friend> friends(long advocateId) {
    List<Friend> friends = new ArrayList<>();
    for (Referral referral : stores.referrals.ofAdvocate(advocateId, MOST)) {
      Optional<ReferralReward> own =
          stores.referrals.rewards(referral.id).stream()
              .filter(reward -> reward.side == ReferralReward.Side.ADVOCATE)
              .findFirst();
      friends.add(new Friend(referral, own));
    }
    return friends;
  }

  /** An advocate's word to a friend. */
  public static final class Invitation {
    public final ReferralProgramme programme;
    public final Advocate advocate;

    Invitation(ReferralProgramme programme, Advocate advocate) {
      this.programme = programme;
      this.advocate = advocate;
    }
  }

  /** One friend of an advocate, who is told neither name nor order. */
  public static final class Friend {
    public final Referral referral;
    public final Optional<ReferralReward> reward;

    Friend(Referral referral, Optional<ReferralReward> reward) {
      this.referral = referral;
      this.reward = reward;
    }
  }

  /** Everything an advocate may know. */
  public static final class Status {
    public final ReferralProgramme programme;
    public final Advocate advocate;

    /** Newest first. */
    public final List<Friend> friends;

    Status(ReferralProgramme programme, Advocate advocate, List<Friend> friends) {
      this.programme = programme;
      this.advocate = advocate;
      this.friends = Collections.unmodifiableList(friends);
    }
  }
}
