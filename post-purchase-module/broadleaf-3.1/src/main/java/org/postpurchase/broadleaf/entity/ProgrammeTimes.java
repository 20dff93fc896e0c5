package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;

/** From when and until when points can be used. */
@MappedSuperclass
abstract class ProgrammeTimes extends ProgrammeTiers {
  private static final long serialVersionUID = 1L;

  @Column(name = "RETURN_WINDOW_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_ReturnWindowDays",
      order = 190,
      group = "LoyaltyProgramme_Group_Time",
      groupOrder = 300,
      tooltip = "LoyaltyProgramme_ReturnWindowDays_Tooltip")
  protected Integer returnWindowDays;

  @Column(name = "FALLBACK_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_FallbackDays",
      order = 200,
      group = "LoyaltyProgramme_Group_Time",
      groupOrder = 300,
      tooltip = "LoyaltyProgramme_FallbackDays_Tooltip")
  protected Integer fallbackDays;

  @Column(name = "VALIDITY_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_ValidityDays",
      order = 210,
      group = "LoyaltyProgramme_Group_Time",
      groupOrder = 300,
      tooltip = "LoyaltyProgramme_ValidityDays_Tooltip")
  protected Integer validityDays;

  @Column(name = "GRACE_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_GraceDays",
      order = 220,
      group = "LoyaltyProgramme_Group_Time",
      groupOrder = 300,
      tooltip = "LoyaltyProgramme_GraceDays_Tooltip")
  protected Integer graceDays;

  public Integer getReturnWindowDays() {
    return returnWindowDays;
  }

  public void setReturnWindowDays(Integer returnWindowDays) {
    this.returnWindowDays = returnWindowDays;
  }

  public Integer getFallbackDays() {
    return fallbackDays;
  }

  public void setFallbackDays(Integer fallbackDays) {
    this.fallbackDays = fallbackDays;
  }

  public Integer getValidityDays() {
    return validityDays;
  }

  public void setValidityDays(Integer validityDays) {
    this.validityDays = validityDays;
  }

  public Integer getGraceDays() {
    return graceDays;
  }

  public void setGraceDays(Integer graceDays) {
    this.graceDays = graceDays;
  }
}
