package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;

/** What counts towards tiers. */
@MappedSuperclass
abstract class ProgrammeTiers extends ProgrammePage {
  private static final long serialVersionUID = 1L;

  @Column(name = "TIER_BASIS", length = 10)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_TierBasis",
      order = 250,
      group = "LoyaltyProgramme_Group_Tiers",
      groupOrder = 500,
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$TierBasis",
      tooltip = "LoyaltyProgramme_TierBasis_Tooltip")
  protected String tierBasis;

  @Column(name = "TIER_CURRENCY", length = 3)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_TierCurrency",
      order = 260,
      group = "LoyaltyProgramme_Group_Tiers",
      groupOrder = 500,
      tooltip = "LoyaltyProgramme_TierCurrency_Tooltip")
  protected String tierCurrency;

  @Column(name = "TIER_WINDOW", length = 20)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_TierWindow",
      order = 270,
      group = "LoyaltyProgramme_Group_Tiers",
      groupOrder = 500,
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$TierWindow",
      tooltip = "LoyaltyProgramme_TierWindow_Tooltip")
  protected String tierWindow;

  @Column(name = "TIER_GRACE_DAYS")
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_TierGraceDays",
      order = 280,
      group = "LoyaltyProgramme_Group_Tiers",
      groupOrder = 500,
      tooltip = "LoyaltyProgramme_TierGraceDays_Tooltip")
  protected Integer tierGraceDays;

  public String getTierBasis() {
    return tierBasis;
  }

  public void setTierBasis(String tierBasis) {
    this.tierBasis = tierBasis;
  }

  public String getTierCurrency() {
    return tierCurrency;
  }

  public void setTierCurrency(String tierCurrency) {
    this.tierCurrency = tierCurrency;
  }

  public String getTierWindow() {
    return tierWindow;
  }

  public void setTierWindow(String tierWindow) {
    this.tierWindow = tierWindow;
  }

  public Integer getTierGraceDays() {
    return tierGraceDays;
  }

  public void setTierGraceDays(Integer tierGraceDays) {
    this.tierGraceDays = tierGraceDays;
  }
}
