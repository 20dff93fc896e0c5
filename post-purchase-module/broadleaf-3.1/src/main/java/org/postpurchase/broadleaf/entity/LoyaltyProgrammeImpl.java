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
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;

/** Row of {@code PP_LOYALTY_PROGRAMME}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_LOYALTY_PROGRAMME")
@AdminPresentationClass(
    friendlyName = "LoyaltyProgramme",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class LoyaltyProgrammeImpl implements LoyaltyProgramme {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "LoyaltyProgrammeImplId")
  @GenericGenerator(
      name = "LoyaltyProgrammeImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "LoyaltyProgrammeImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.LoyaltyProgrammeImpl")
      })
  @Column(name = "PROGRAMME_ID")
  @AdminPresentation(friendlyName = "LoyaltyProgramme_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "PROGRAMME_KEY", nullable = false, length = 40)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_ProgrammeKey",
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected String programmeKey;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Active",
      order = 110,
      group = "LoyaltyProgramme_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 200,
      tooltip = "LoyaltyProgramme_Active_Tooltip")
  protected Boolean active;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Name",
      order = 120,
      group = "LoyaltyProgramme_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "LoyaltyProgramme_Name_Tooltip")
  protected String name;

  @Column(name = "POINTS_NAME", nullable = false, length = 40)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_PointsName",
      order = 130,
      group = "LoyaltyProgramme_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "LoyaltyProgramme_PointsName_Tooltip")
  protected String pointsName;

  @Column(name = "TERMS_VERSION", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_TermsVersion",
      order = 140,
      group = "LoyaltyProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "LoyaltyProgramme_TermsVersion_Tooltip")
  protected Integer termsVersion;

  @Column(name = "RATES", length = 500)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Rates",
      order = 150,
      group = "LoyaltyProgramme_Group_Spend",
      groupOrder = 200,
      tooltip = "LoyaltyProgramme_Rates_Tooltip")
  protected String rates;

  @Column(name = "MINIMUM_POINTS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_MinimumPoints",
      order = 160,
      group = "LoyaltyProgramme_Group_Spend",
      groupOrder = 200,
      tooltip = "LoyaltyProgramme_MinimumPoints_Tooltip")
  protected Integer minimumPoints;

  @Column(name = "BLOCK_POINTS", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_BlockPoints",
      order = 170,
      group = "LoyaltyProgramme_Group_Spend",
      groupOrder = 200,
      tooltip = "LoyaltyProgramme_BlockPoints_Tooltip")
  protected Integer blockPoints;

  @Column(name = "MAX_SHARE_PERCENT", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_MaxSharePercent",
      order = 180,
      group = "LoyaltyProgramme_Group_Spend",
      groupOrder = 200,
      tooltip = "LoyaltyProgramme_MaxSharePercent_Tooltip")
  protected Integer maxSharePercent;

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

  @Column(name = "SHORTFALL_POLICY", nullable = false, length = 10)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_ShortfallPolicy",
      order = 230,
      group = "LoyaltyProgramme_Group_Rules",
      groupOrder = 400,
      tooltip = "LoyaltyProgramme_ShortfallPolicy_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$Shortfall")
  protected String shortfallPolicy;

  @Column(name = "STACKING_POLICY", nullable = false, length = 10)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_StackingPolicy",
      order = 240,
      group = "LoyaltyProgramme_Group_Rules",
      groupOrder = 400,
      tooltip = "LoyaltyProgramme_StackingPolicy_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$Stacking")
  protected String stackingPolicy;

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

  @Column(name = "JOINING", length = 10)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Joining",
      order = 145,
      group = "LoyaltyProgramme_Group_Use",
      groupOrder = 100,
      tooltip = "LoyaltyProgramme_Joining_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$Joining")
  protected String joining;

  @Column(name = "ACTIVE_SINCE")
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_ActiveSince",
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long activeSince;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Edition",
      order = 900,
      group = "LoyaltyProgramme_Group_Use",
      groupOrder = 100)
  protected Integer edition;

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

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public void setId(Long id) {
    this.id = id;
  }

  @Override
  public String getProgrammeKey() {
    return programmeKey;
  }

  @Override
  public void setProgrammeKey(String programmeKey) {
    this.programmeKey = programmeKey;
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
  public String getName() {
    return name;
  }

  @Override
  public void setName(String name) {
    this.name = name;
  }

  @Override
  public String getPointsName() {
    return pointsName;
  }

  @Override
  public void setPointsName(String pointsName) {
    this.pointsName = pointsName;
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
  public String getRates() {
    return rates;
  }

  @Override
  public void setRates(String rates) {
    this.rates = rates;
  }

  @Override
  public Integer getMinimumPoints() {
    return minimumPoints;
  }

  @Override
  public void setMinimumPoints(Integer minimumPoints) {
    this.minimumPoints = minimumPoints;
  }

  @Override
  public Integer getBlockPoints() {
    return blockPoints;
  }

  @Override
  public void setBlockPoints(Integer blockPoints) {
    this.blockPoints = blockPoints;
  }

  @Override
  public Integer getMaxSharePercent() {
    return maxSharePercent;
  }

  @Override
  public void setMaxSharePercent(Integer maxSharePercent) {
    this.maxSharePercent = maxSharePercent;
  }

  @Override
  public Integer getReturnWindowDays() {
    return returnWindowDays;
  }

  @Override
  public void setReturnWindowDays(Integer returnWindowDays) {
    this.returnWindowDays = returnWindowDays;
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
  public Integer getValidityDays() {
    return validityDays;
  }

  @Override
  public void setValidityDays(Integer validityDays) {
    this.validityDays = validityDays;
  }

  @Override
  public Integer getGraceDays() {
    return graceDays;
  }

  @Override
  public void setGraceDays(Integer graceDays) {
    this.graceDays = graceDays;
  }

  @Override
  public String getShortfallPolicy() {
    return shortfallPolicy;
  }

  @Override
  public void setShortfallPolicy(String shortfallPolicy) {
    this.shortfallPolicy = shortfallPolicy;
  }

  @Override
  public String getStackingPolicy() {
    return stackingPolicy;
  }

  @Override
  public void setStackingPolicy(String stackingPolicy) {
    this.stackingPolicy = stackingPolicy;
  }

  @Override
  public String getTierBasis() {
    return tierBasis;
  }

  @Override
  public void setTierBasis(String tierBasis) {
    this.tierBasis = tierBasis;
  }

  @Override
  public String getTierCurrency() {
    return tierCurrency;
  }

  @Override
  public void setTierCurrency(String tierCurrency) {
    this.tierCurrency = tierCurrency;
  }

  @Override
  public String getTierWindow() {
    return tierWindow;
  }

  @Override
  public void setTierWindow(String tierWindow) {
    this.tierWindow = tierWindow;
  }

  @Override
  public Integer getTierGraceDays() {
    return tierGraceDays;
  }

  @Override
  public void setTierGraceDays(Integer tierGraceDays) {
    this.tierGraceDays = tierGraceDays;
  }

  @Override
  public String getJoining() {
    return joining;
  }

  @Override
  public void setJoining(String joining) {
    this.joining = joining;
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

  @Override
  public String getHeadline() {
    return headline;
  }

  @Override
  public void setHeadline(String headline) {
    this.headline = headline;
  }

  @Override
  public String getIntro() {
    return intro;
  }

  @Override
  public void setIntro(String intro) {
    this.intro = intro;
  }

  @Override
  public String getColour() {
    return colour;
  }

  @Override
  public void setColour(String colour) {
    this.colour = colour;
  }

  @Override
  public String getLogoUrl() {
    return logoUrl;
  }

  @Override
  public void setLogoUrl(String logoUrl) {
    this.logoUrl = logoUrl;
  }
}
