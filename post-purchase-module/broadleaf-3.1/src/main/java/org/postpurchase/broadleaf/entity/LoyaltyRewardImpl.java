package org.postpurchase.broadleaf.entity;

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
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
import org.hibernate.annotations.ForeignKey;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.Parameter;

/** Row of {@code PP_LOYALTY_REWARD}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_LOYALTY_REWARD")
@AdminPresentationClass(
    friendlyName = "LoyaltyReward",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class LoyaltyRewardImpl implements LoyaltyReward {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "LoyaltyRewardImplId")
  @GenericGenerator(
      name = "LoyaltyRewardImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "LoyaltyRewardImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.LoyaltyRewardImpl")
      })
  @Column(name = "REWARD_ID")
  @AdminPresentation(friendlyName = "LoyaltyReward_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_Name",
      order = 100,
      group = "LoyaltyReward_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "LoyaltyReward_Name_Tooltip")
  protected String name;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_Active",
      order = 110,
      group = "LoyaltyReward_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 400,
      tooltip = "LoyaltyReward_Active_Tooltip")
  protected Boolean active;

  @Column(name = "PRESET_KEY", length = 60)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_PresetKey",
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected String presetKey;

  @Column(name = "DESCRIPTION", length = 500)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_Description",
      order = 120,
      group = "LoyaltyReward_Group_Use",
      groupOrder = 100,
      largeEntry = true,
      tooltip = "LoyaltyReward_Description_Tooltip")
  protected String description;

  @Column(name = "COST_POINTS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_CostPoints",
      order = 200,
      group = "LoyaltyReward_Group_Give",
      groupOrder = 200,
      prominent = true,
      gridOrder = 200,
      tooltip = "LoyaltyReward_CostPoints_Tooltip")
  protected Integer costPoints;

  @ManyToOne(targetEntity = OfferImpl.class)
  @JoinColumn(name = "REWARD_OFFER_ID")
  @ForeignKey(name = "none")
  @NotFound(action = NotFoundAction.IGNORE)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_RewardOffer",
      order = 210,
      group = "LoyaltyReward_Group_Give",
      groupOrder = 200,
      tooltip = "LoyaltyReward_RewardOffer_Tooltip")
  @AdminPresentationToOneLookup(lookupDisplayProperty = "name")
  protected Offer rewardOffer;

  @Column(name = "VALID_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_ValidDays",
      order = 220,
      group = "LoyaltyReward_Group_Give",
      groupOrder = 200,
      tooltip = "LoyaltyReward_ValidDays_Tooltip")
  protected Integer validDays;

  @Column(name = "STOCK")
  @AdminPresentation(
      friendlyName = "LoyaltyReward_Stock",
      order = 300,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      prominent = true,
      gridOrder = 300,
      tooltip = "LoyaltyReward_Stock_Tooltip")
  protected Integer stock;

  @Column(name = "PER_CUSTOMER")
  @AdminPresentation(
      friendlyName = "LoyaltyReward_PerCustomer",
      order = 310,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      tooltip = "LoyaltyReward_PerCustomer_Tooltip")
  protected Integer perCustomer;

  @Column(name = "ACTIVE_FROM", length = 16)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_ActiveFrom",
      order = 320,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      tooltip = "LoyaltyReward_ActiveFrom_Tooltip")
  protected String activeFrom;

  @Column(name = "ACTIVE_UNTIL", length = 16)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_ActiveUntil",
      order = 330,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      tooltip = "LoyaltyReward_ActiveUntil_Tooltip")
  protected String activeUntil;

  @Column(name = "TIER_KEY", length = 40)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_TierKey",
      order = 340,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      tooltip = "LoyaltyReward_TierKey_Tooltip")
  protected String tierKey;

  @Column(name = "SEGMENT_KEY", length = 60)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_SegmentKey",
      order = 345,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      tooltip = "LoyaltyReward_SegmentKey_Tooltip")
  protected String segmentKey;

  @Column(name = "PRIORITY", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_Priority",
      order = 350,
      group = "LoyaltyReward_Group_Limits",
      groupOrder = 300,
      tooltip = "LoyaltyReward_Priority_Tooltip")
  protected Integer priority;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyReward_Edition",
      order = 900,
      group = "LoyaltyReward_Group_Use",
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
  public Boolean getActive() {
    return active;
  }

  @Override
  public void setActive(Boolean active) {
    this.active = active;
  }

  @Override
  public String getPresetKey() {
    return presetKey;
  }

  @Override
  public void setPresetKey(String presetKey) {
    this.presetKey = presetKey;
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public void setDescription(String description) {
    this.description = description;
  }

  @Override
  public Integer getCostPoints() {
    return costPoints;
  }

  @Override
  public void setCostPoints(Integer costPoints) {
    this.costPoints = costPoints;
  }

  @Override
  public Offer getRewardOffer() {
    return rewardOffer;
  }

  @Override
  public void setRewardOffer(Offer rewardOffer) {
    this.rewardOffer = rewardOffer;
  }

  @Override
  public Integer getValidDays() {
    return validDays;
  }

  @Override
  public void setValidDays(Integer validDays) {
    this.validDays = validDays;
  }

  @Override
  public Integer getStock() {
    return stock;
  }

  @Override
  public void setStock(Integer stock) {
    this.stock = stock;
  }

  @Override
  public Integer getPerCustomer() {
    return perCustomer;
  }

  @Override
  public void setPerCustomer(Integer perCustomer) {
    this.perCustomer = perCustomer;
  }

  @Override
  public String getActiveFrom() {
    return activeFrom;
  }

  @Override
  public void setActiveFrom(String activeFrom) {
    this.activeFrom = activeFrom;
  }

  @Override
  public String getActiveUntil() {
    return activeUntil;
  }

  @Override
  public void setActiveUntil(String activeUntil) {
    this.activeUntil = activeUntil;
  }

  @Override
  public String getSegmentKey() {
    return segmentKey;
  }

  @Override
  public void setSegmentKey(String segmentKey) {
    this.segmentKey = segmentKey;
  }

  @Override
  public String getTierKey() {
    return tierKey;
  }

  @Override
  public void setTierKey(String tierKey) {
    this.tierKey = tierKey;
  }

  @Override
  public Integer getPriority() {
    return priority;
  }

  @Override
  public void setPriority(Integer priority) {
    this.priority = priority;
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
