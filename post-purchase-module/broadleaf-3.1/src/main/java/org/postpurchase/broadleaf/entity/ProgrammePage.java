package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;

/** What the public page of the programme looks like. */
@MappedSuperclass
abstract class ProgrammePage extends NamedSettings {
  private static final long serialVersionUID = 1L;

  @Column(name = "HEADLINE", length = 160)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Headline",
      order = 300,
      group = "LoyaltyProgramme_Group_Page",
      groupOrder = 500,
      tooltip = "LoyaltyProgramme_Headline_Tooltip")
  protected String headline;

  @Column(name = "INTRO", length = 1000)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Intro",
      order = 310,
      group = "LoyaltyProgramme_Group_Page",
      groupOrder = 500,
      largeEntry = true,
      tooltip = "LoyaltyProgramme_Intro_Tooltip")
  protected String intro;

  @Column(name = "COLOUR", length = 7)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Colour",
      order = 320,
      group = "LoyaltyProgramme_Group_Page",
      groupOrder = 500,
      tooltip = "LoyaltyProgramme_Colour_Tooltip")
  protected String colour;

  @Column(name = "LOGO_URL", length = 400)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_LogoUrl",
      order = 330,
      group = "LoyaltyProgramme_Group_Page",
      groupOrder = 500,
      tooltip = "LoyaltyProgramme_LogoUrl_Tooltip")
  protected String logoUrl;

  public String getHeadline() {
    return headline;
  }

  public void setHeadline(String headline) {
    this.headline = headline;
  }

  public String getIntro() {
    return intro;
  }

  public void setIntro(String intro) {
    this.intro = intro;
  }

  public String getColour() {
    return colour;
  }

  public void setColour(String colour) {
    this.colour = colour;
  }

  public String getLogoUrl() {
    return logoUrl;
  }

  public void setLogoUrl(String logoUrl) {
    this.logoUrl = logoUrl;
  }
}
