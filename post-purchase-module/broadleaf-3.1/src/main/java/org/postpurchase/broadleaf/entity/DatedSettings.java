package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;

/** Settings that hold from a moment and until another one of the shop, in an order. */
@MappedSuperclass
abstract class DatedSettings extends ShippedSettings {
  private static final long serialVersionUID = 1L;

  @Column(name = "ACTIVE_FROM", length = 16)
  @AdminPresentation(
      friendlyName = "Settings_ActiveFrom",
      order = 200,
      group = "Settings_Group_Limits",
      groupOrder = 400,
      prominent = true,
      gridOrder = 400,
      tooltip = "Settings_ActiveFrom_Tooltip")
  protected String activeFrom;

  @Column(name = "ACTIVE_UNTIL", length = 16)
  @AdminPresentation(
      friendlyName = "Settings_ActiveUntil",
      order = 210,
      group = "Settings_Group_Limits",
      groupOrder = 400,
      prominent = true,
      gridOrder = 500,
      tooltip = "Settings_ActiveUntil_Tooltip")
  protected String activeUntil;

  @Column(name = "PRIORITY", nullable = false)
  @AdminPresentation(
      friendlyName = "Settings_Priority",
      order = 250,
      group = "Settings_Group_Limits",
      groupOrder = 400,
      tooltip = "Settings_Priority_Tooltip")
  protected Integer priority;

  public String getActiveFrom() {
    return activeFrom;
  }

  public void setActiveFrom(String activeFrom) {
    this.activeFrom = activeFrom;
  }

  public String getActiveUntil() {
    return activeUntil;
  }

  public void setActiveUntil(String activeUntil) {
    this.activeUntil = activeUntil;
  }

  public Integer getPriority() {
    return priority;
  }

  public void setPriority(Integer priority) {
    this.priority = priority;
  }
}
