package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.Table;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.PopulateToOneFieldsEnum;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;

/** Row of {@code PP_LOYALTY_TIER}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_LOYALTY_TIER")
@AdminPresentationClass(
    friendlyName = "LoyaltyTier",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class LoyaltyTierImpl implements LoyaltyTier {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "LoyaltyTierImplId")
  @GenericGenerator(
      name = "LoyaltyTierImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "LoyaltyTierImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.LoyaltyTierImpl")
      })
  @Column(name = "TIER_ID")
  @AdminPresentation(friendlyName = "LoyaltyTier_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_Name",
      order = 100,
      group = "LoyaltyTier_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "LoyaltyTier_Name_Tooltip")
  protected String name;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_Active",
      order = 110,
      group = "LoyaltyTier_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "LoyaltyTier_Active_Tooltip")
  protected Boolean active;

  @Column(name = "THRESHOLD", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_Threshold",
      order = 120,
      group = "LoyaltyTier_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 200,
      tooltip = "LoyaltyTier_Threshold_Tooltip")
  protected Integer threshold;

  @Column(name = "EARN_PERCENT", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_EarnPercent",
      order = 130,
      group = "LoyaltyTier_Group_Benefits",
      groupOrder = 200,
      prominent = true,
      gridOrder = 400,
      tooltip = "LoyaltyTier_EarnPercent_Tooltip")
  protected Integer earnPercent;

  @Column(name = "ENTRY_POINTS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_EntryPoints",
      order = 140,
      group = "LoyaltyTier_Group_Benefits",
      groupOrder = 200,
      prominent = true,
      gridOrder = 500,
      tooltip = "LoyaltyTier_EntryPoints_Tooltip")
  protected Integer entryPoints;

  @Column(name = "OFFER_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_OfferIds",
      order = 150,
      group = "LoyaltyTier_Group_Benefits",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "LoyaltyTier_OfferIds_Tooltip")
  protected String offerIds;

  @Column(name = "BENEFITS", length = 500)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_Benefits",
      order = 160,
      group = "LoyaltyTier_Group_Benefits",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "LoyaltyTier_Benefits_Tooltip")
  protected String benefits;

  @Column(name = "PRESET_KEY", length = 60)
  @AdminPresentation(friendlyName = "LoyaltyTier_PresetKey", visibility = VisibilityEnum.HIDDEN_ALL)
  protected String presetKey;

  @Column(name = "ACTIVE_SINCE")
  @AdminPresentation(
      friendlyName = "LoyaltyTier_ActiveSince",
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long activeSince;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyTier_Edition",
      order = 900,
      group = "LoyaltyTier_Group_Use",
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
  public Integer getThreshold() {
    return threshold;
  }

  @Override
  public void setThreshold(Integer threshold) {
    this.threshold = threshold;
  }

  @Override
  public Integer getEarnPercent() {
    return earnPercent;
  }

  @Override
  public void setEarnPercent(Integer earnPercent) {
    this.earnPercent = earnPercent;
  }

  @Override
  public Integer getEntryPoints() {
    return entryPoints;
  }

  @Override
  public void setEntryPoints(Integer entryPoints) {
    this.entryPoints = entryPoints;
  }

  @Override
  public String getOfferIds() {
    return offerIds;
  }

  @Override
  public void setOfferIds(String offerIds) {
    this.offerIds = offerIds;
  }

  @Override
  public String getBenefits() {
    return benefits;
  }

  @Override
  public void setBenefits(String benefits) {
    this.benefits = benefits;
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
  public Long getActiveSince() {
    return activeSince;
  }

  @Override
  public void setActiveSince(Long activeSince) {
    this.activeSince = activeSince;
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
