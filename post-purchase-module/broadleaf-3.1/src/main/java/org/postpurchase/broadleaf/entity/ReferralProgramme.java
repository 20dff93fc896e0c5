package org.postpurchase.broadleaf.entity;

import java.io.Serializable;
import java.math.BigDecimal;
import org.broadleafcommerce.core.offer.domain.Offer;

/** A referral programme as the merchant edits it. */
public interface ReferralProgramme extends Serializable {
  Long getId();

  void setId(Long id);

  String getName();

  void setName(String name);

  String getStatus();

  void setStatus(String status);

  Long getActiveSince();

  void setActiveSince(Long activeSince);

  Integer getTermsVersion();

  void setTermsVersion(Integer termsVersion);

  Offer getFriendOffer();

  void setFriendOffer(Offer friendOffer);

  BigDecimal getMinimumAmount();

  void setMinimumAmount(BigDecimal minimumAmount);

  Integer getFriendPoints();

  void setFriendPoints(Integer friendPoints);

  String getAdvocateKind();

  void setAdvocateKind(String advocateKind);

  Integer getAdvocatePoints();

  void setAdvocatePoints(Integer advocatePoints);

  String getAdvocateLadder();

  void setAdvocateLadder(String advocateLadder);

  Offer getAdvocateOffer();

  void setAdvocateOffer(Offer advocateOffer);

  LoyaltyReward getAdvocateReward();

  void setAdvocateReward(LoyaltyReward advocateReward);

  Integer getAdvocateDays();

  void setAdvocateDays(Integer advocateDays);

  Integer getEveryNth();

  void setEveryNth(Integer everyNth);

  Integer getWaitDays();

  void setWaitDays(Integer waitDays);

  Integer getFallbackDays();

  void setFallbackDays(Integer fallbackDays);

  Integer getCapPeriod();

  void setCapPeriod(Integer capPeriod);

  Integer getCapDays();

  void setCapDays(Integer capDays);

  Integer getCapLifetime();

  void setCapLifetime(Integer capLifetime);

  Integer getBudgetPoints();

  void setBudgetPoints(Integer budgetPoints);

  Integer getHoldScore();

  void setHoldScore(Integer holdScore);

  Integer getRejectScore();

  void setRejectScore(Integer rejectScore);

  Boolean getInvitations();

  void setInvitations(Boolean invitations);

  String getTierPoints();

  void setTierPoints(String tierPoints);

  Integer getCapOrder();

  void setCapOrder(Integer capOrder);

  Integer getInviteDay();

  void setInviteDay(Integer inviteDay);

  Integer getInviteMost();

  void setInviteMost(Integer inviteMost);

  Integer getInviteShopDay();

  void setInviteShopDay(Integer inviteShopDay);

  Integer getEdition();

  void setEdition(Integer edition);
}
