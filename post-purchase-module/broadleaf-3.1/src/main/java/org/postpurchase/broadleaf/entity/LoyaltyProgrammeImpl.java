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
public class LoyaltyProgrammeImpl extends ProgrammeTimes implements LoyaltyProgramme {
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

  @Column(name = "POINTS_NAME", nullable = false, length = 40)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_PointsName",
      order = 130,
      group = "Settings_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "LoyaltyProgramme_PointsName_Tooltip")
  protected String pointsName;

  @Column(name = "TERMS_VERSION", nullable = false)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_TermsVersion",
      order = 140,
      group = "Settings_Group_Use",
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

  @Column(name = "JOINING", length = 10)
  @AdminPresentation(
      friendlyName = "LoyaltyProgramme_Joining",
      order = 145,
      group = "Settings_Group_Use",
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
}
