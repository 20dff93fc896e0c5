package org.postpurchase.broadleaf.entity;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;

/** What a merchant names and switches on, as the forms of the loyalty programme share it. */
@MappedSuperclass
abstract class NamedSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "Settings_Name",
      order = 100,
      group = "Settings_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "Settings_Name_Tooltip")
  protected String name;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "Settings_Active",
      order = 110,
      group = "Settings_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "Settings_Active_Tooltip")
  protected Boolean active;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "Settings_Edition",
      order = 900,
      group = "Settings_Group_Use",
      groupOrder = 100)
  protected Integer edition;

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Boolean getActive() {
    return active;
  }

  public void setActive(Boolean active) {
    this.active = active;
  }

  public Integer getEdition() {
    return edition;
  }

  public void setEdition(Integer edition) {
    this.edition = edition;
  }
}
