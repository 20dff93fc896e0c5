package org.postpurchase.broadleaf.entity;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.AdminPresentationToOneLookup;
import org.broadleafcommerce.common.presentation.PopulateToOneFieldsEnum;
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
import org.hibernate.annotations.ForeignKey;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.Parameter;

/** Row of {@code PP_REFERRAL_PROGRAMME}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_REFERRAL_PROGRAMME")
@AdminPresentationClass(
    friendlyName = "ReferralProgramme",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class ReferralProgrammeImpl implements ReferralProgramme {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "ReferralProgrammeImplId")
  @GenericGenerator(
      name = "ReferralProgrammeImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "ReferralProgrammeImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.ReferralProgrammeImpl")
      })
  @Column(name = "PROGRAMME_ID")
  @AdminPresentation(friendlyName = "ReferralProgramme_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_Name",
      order = 100,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "ReferralProgramme_Name_Tooltip")
  protected String name;

  @Column(name = "STATUS", nullable = false, length = 12)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_Status",
      order = 110,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 200,
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.ReferralChoice$Stage",
      tooltip = "ReferralProgramme_Status_Tooltip")
  protected String status;

  @Column(name = "ACTIVE_SINCE")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_ActiveSince",
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long activeSince;

  @Column(name = "TERMS_VERSION", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_TermsVersion",
      order = 130,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "ReferralProgramme_TermsVersion_Tooltip")
  protected Integer termsVersion;

  @ManyToOne(targetEntity = OfferImpl.class)
  @JoinColumn(name = "FRIEND_OFFER_ID")
  @ForeignKey(name = "none")
  @NotFound(action = NotFoundAction.IGNORE)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_FriendOffer",
      order = 200,
      group = "ReferralProgramme_Group_Friend",
      groupOrder = 200,
      tooltip = "ReferralProgramme_FriendOffer_Tooltip")
  @AdminPresentationToOneLookup(lookupDisplayProperty = "name")
  protected Offer friendOffer;

  @Column(name = "MINIMUM_AMOUNT", precision = 19, scale = 5)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_MinimumAmount",
      order = 210,
      group = "ReferralProgramme_Group_Friend",
      groupOrder = 200,
      tooltip = "ReferralProgramme_MinimumAmount_Tooltip")
  protected BigDecimal minimumAmount;

  @Column(name = "FRIEND_POINTS")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_FriendPoints",
      order = 220,
      group = "ReferralProgramme_Group_Friend",
      groupOrder = 200,
      tooltip = "ReferralProgramme_FriendPoints_Tooltip")
  protected Integer friendPoints;

  @Column(name = "ADVOCATE_KIND", nullable = false, length = 12)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_AdvocateKind",
      order = 300,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.ReferralChoice$Reward",
      tooltip = "ReferralProgramme_AdvocateKind_Tooltip")
  protected String advocateKind;

  @Column(name = "ADVOCATE_POINTS")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_AdvocatePoints",
      order = 310,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_AdvocatePoints_Tooltip")
  protected Integer advocatePoints;

  @Column(name = "ADVOCATE_LADDER", length = 255)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_AdvocateLadder",
      order = 320,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_AdvocateLadder_Tooltip")
  protected String advocateLadder;

  @ManyToOne(targetEntity = OfferImpl.class)
  @JoinColumn(name = "ADVOCATE_OFFER_ID")
  @ForeignKey(name = "none")
  @NotFound(action = NotFoundAction.IGNORE)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_AdvocateOffer",
      order = 330,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_AdvocateOffer_Tooltip")
  @AdminPresentationToOneLookup(lookupDisplayProperty = "name")
  protected Offer advocateOffer;

  @ManyToOne(targetEntity = LoyaltyRewardImpl.class)
  @JoinColumn(name = "ADVOCATE_REWARD_ID")
  @ForeignKey(name = "none")
  @NotFound(action = NotFoundAction.IGNORE)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_AdvocateReward",
      order = 340,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_AdvocateReward_Tooltip")
  @AdminPresentationToOneLookup(lookupDisplayProperty = "name")
  protected LoyaltyReward advocateReward;

  @Column(name = "ADVOCATE_DAYS")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_AdvocateDays",
      order = 350,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_AdvocateDays_Tooltip")
  protected Integer advocateDays;

  @Column(name = "EVERY_NTH")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_EveryNth",
      order = 360,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_EveryNth_Tooltip")
  protected Integer everyNth;

  @Column(name = "WAIT_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_WaitDays",
      order = 400,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_WaitDays_Tooltip")
  protected Integer waitDays;

  @Column(name = "FALLBACK_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_FallbackDays",
      order = 410,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_FallbackDays_Tooltip")
  protected Integer fallbackDays;

  @Column(name = "CAP_PERIOD")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_CapPeriod",
      order = 420,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_CapPeriod_Tooltip")
  protected Integer capPeriod;

  @Column(name = "CAP_DAYS")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_CapDays",
      order = 430,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_CapDays_Tooltip")
  protected Integer capDays;

  @Column(name = "CAP_LIFETIME")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_CapLifetime",
      order = 440,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_CapLifetime_Tooltip")
  protected Integer capLifetime;

  @Column(name = "BUDGET_POINTS")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_BudgetPoints",
      order = 450,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_BudgetPoints_Tooltip")
  protected Integer budgetPoints;

  @Column(name = "HOLD_SCORE", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_HoldScore",
      order = 460,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_HoldScore_Tooltip")
  protected Integer holdScore;

  @Column(name = "REJECT_SCORE", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_RejectScore",
      order = 470,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_RejectScore_Tooltip")
  protected Integer rejectScore;

  @Column(name = "INVITATIONS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_Invitations",
      order = 140,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "ReferralProgramme_Invitations_Tooltip")
  protected Boolean invitations;

  @Column(name = "TIER_POINTS", length = 1000)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_TierPoints",
      order = 370,
      group = "ReferralProgramme_Group_Advocate",
      groupOrder = 300,
      tooltip = "ReferralProgramme_TierPoints_Tooltip")
  protected String tierPoints;

  @Column(name = "CAP_ORDER")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_CapOrder",
      order = 445,
      group = "ReferralProgramme_Group_Safe",
      groupOrder = 400,
      tooltip = "ReferralProgramme_CapOrder_Tooltip")
  protected Integer capOrder;

  @Column(name = "INVITE_DAY")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_InviteDay",
      order = 150,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "ReferralProgramme_InviteDay_Tooltip")
  protected Integer inviteDay;

  @Column(name = "INVITE_MOST")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_InviteMost",
      order = 160,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "ReferralProgramme_InviteMost_Tooltip")
  protected Integer inviteMost;

  @Column(name = "INVITE_SHOP_DAY")
  @AdminPresentation(
      friendlyName = "ReferralProgramme_InviteShopDay",
      order = 170,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "ReferralProgramme_InviteShopDay_Tooltip")
  protected Integer inviteShopDay;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "ReferralProgramme_Edition",
      order = 900,
      group = "ReferralProgramme_Group_Use",
      groupOrder = 100)
  protected Integer edition;

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public void setId(Long id) {
    this.id = id;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public void setName(String name) {
    this.name = name;
  }

  @Override
  public String getStatus() {
    return status;
  }

  @Override
  public void setStatus(String status) {
    this.status = status;
  }

  @Override
  public Long getActiveSince() {
    return activeSince;
  }

  @Override
  public void setActiveSince(Long activeSince) {
    this.activeSince = activeSince;
  }

  @Override
  public Integer getTermsVersion() {
    return termsVersion;
  }

  @Override
  public void setTermsVersion(Integer termsVersion) {
    this.termsVersion = termsVersion;
  }

  @Override
  public Offer getFriendOffer() {
    return friendOffer;
  }

  @Override
  public void setFriendOffer(Offer friendOffer) {
    this.friendOffer = friendOffer;
  }

  @Override
  public BigDecimal getMinimumAmount() {
    return minimumAmount;
  }

  @Override
  public void setMinimumAmount(BigDecimal minimumAmount) {
    this.minimumAmount = minimumAmount;
  }

  @Override
  public Integer getFriendPoints() {
    return friendPoints;
  }

  @Override
  public void setFriendPoints(Integer friendPoints) {
    this.friendPoints = friendPoints;
  }

  @Override
  public String getAdvocateKind() {
    return advocateKind;
  }

  @Override
  public void setAdvocateKind(String advocateKind) {
    this.advocateKind = advocateKind;
  }

  @Override
  public Integer getAdvocatePoints() {
    return advocatePoints;
  }

  @Override
  public void setAdvocatePoints(Integer advocatePoints) {
    this.advocatePoints = advocatePoints;
  }

  @Override
  public String getAdvocateLadder() {
    return advocateLadder;
  }

  @Override
  public void setAdvocateLadder(String advocateLadder) {
    this.advocateLadder = advocateLadder;
  }

  @Override
  public Offer getAdvocateOffer() {
    return advocateOffer;
  }

  @Override
  public void setAdvocateOffer(Offer advocateOffer) {
    this.advocateOffer = advocateOffer;
  }

  @Override
  public LoyaltyReward getAdvocateReward() {
    return advocateReward;
  }

  @Override
  public void setAdvocateReward(LoyaltyReward advocateReward) {
    this.advocateReward = advocateReward;
  }

  @Override
  public Integer getAdvocateDays() {
    return advocateDays;
  }

  @Override
  public void setAdvocateDays(Integer advocateDays) {
    this.advocateDays = advocateDays;
  }

  @Override
  public Integer getEveryNth() {
    return everyNth;
  }

  @Override
  public void setEveryNth(Integer everyNth) {
    this.everyNth = everyNth;
  }

  @Override
  public Integer getWaitDays() {
    return waitDays;
  }

  @Override
  public void setWaitDays(Integer waitDays) {
    this.waitDays = waitDays;
  }

  @Override
  public Integer getFallbackDays() {
    return fallbackDays;
  }

  @Override
  public void setFallbackDays(Integer fallbackDays) {
    this.fallbackDays = fallbackDays;
  }

  @Override
  public Integer getCapPeriod() {
    return capPeriod;
  }

  @Override
  public void setCapPeriod(Integer capPeriod) {
    this.capPeriod = capPeriod;
  }

  @Override
  public Integer getCapDays() {
    return capDays;
  }

  @Override
  public void setCapDays(Integer capDays) {
    this.capDays = capDays;
  }

  @Override
  public Integer getCapLifetime() {
    return capLifetime;
  }

  @Override
  public void setCapLifetime(Integer capLifetime) {
    this.capLifetime = capLifetime;
  }

  @Override
  public Integer getBudgetPoints() {
    return budgetPoints;
  }

  @Override
  public void setBudgetPoints(Integer budgetPoints) {
    this.budgetPoints = budgetPoints;
  }

  @Override
  public Integer getHoldScore() {
    return holdScore;
  }

  @Override
  public void setHoldScore(Integer holdScore) {
    this.holdScore = holdScore;
  }

  @Override
  public Integer getRejectScore() {
    return rejectScore;
  }

  @Override
  public void setRejectScore(Integer rejectScore) {
    this.rejectScore = rejectScore;
  }

  @Override
  public Boolean getInvitations() {
    return invitations;
  }

  @Override
  public void setInvitations(Boolean invitations) {
    this.invitations = invitations;
  }

  @Override
  public String getTierPoints() {
    return tierPoints;
  }

  @Override
  public void setTierPoints(String tierPoints) {
    this.tierPoints = tierPoints;
  }

  @Override
  public Integer getCapOrder() {
    return capOrder;
  }

  @Override
  public void setCapOrder(Integer capOrder) {
    this.capOrder = capOrder;
  }

  @Override
  public Integer getInviteDay() {
    return inviteDay;
  }

  @Override
  public void setInviteDay(Integer inviteDay) {
    this.inviteDay = inviteDay;
  }

  @Override
  public Integer getInviteMost() {
    return inviteMost;
  }

  @Override
  public void setInviteMost(Integer inviteMost) {
    this.inviteMost = inviteMost;
  }

  @Override
  public Integer getInviteShopDay() {
    return inviteShopDay;
  }

  @Override
  public void setInviteShopDay(Integer inviteShopDay) {
    this.inviteShopDay = inviteShopDay;
  }

  @Override
  public Integer getEdition() {
    return edition;
  }

  @Override
  public void setEdition(Integer edition) {
    this.edition = edition;
  }
}
