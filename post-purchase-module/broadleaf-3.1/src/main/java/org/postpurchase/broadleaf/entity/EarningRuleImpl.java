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

/** Row of {@code PP_EARNING_RULE}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_EARNING_RULE")
@AdminPresentationClass(
    friendlyName = "EarningRule",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class EarningRuleImpl implements EarningRule {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "EarningRuleImplId")
  @GenericGenerator(
      name = "EarningRuleImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "EarningRuleImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.EarningRuleImpl")
      })
  @Column(name = "RULE_ID")
  @AdminPresentation(friendlyName = "EarningRule_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "EarningRule_Name",
      order = 100,
      group = "EarningRule_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "EarningRule_Name_Tooltip")
  protected String name;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "EarningRule_Active",
      order = 110,
      group = "EarningRule_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "EarningRule_Active_Tooltip")
  protected Boolean active;

  @Column(name = "RULE_TYPE", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "EarningRule_Type",
      order = 120,
      group = "EarningRule_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 200,
      tooltip = "EarningRule_Type_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$RuleType")
  protected String type;

  @Column(name = "PRESET_KEY", length = 60)
  @AdminPresentation(friendlyName = "EarningRule_PresetKey", visibility = VisibilityEnum.HIDDEN_ALL)
  protected String presetKey;

  @Column(name = "SETTINGS", length = 4000)
  @AdminPresentation(friendlyName = "EarningRule_Settings", visibility = VisibilityEnum.HIDDEN_ALL)
  protected String settings;

  @Column(name = "PRODUCT_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "EarningRule_ProductIds",
      order = 180,
      group = "EarningRule_Group_Scope",
      groupOrder = 300,
      largeEntry = true,
      tooltip = "EarningRule_ProductIds_Tooltip")
  protected String productIds;

  @Column(name = "CATEGORY_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "EarningRule_CategoryIds",
      order = 190,
      group = "EarningRule_Group_Scope",
      groupOrder = 300,
      largeEntry = true,
      tooltip = "EarningRule_CategoryIds_Tooltip")
  protected String categoryIds;

  @Column(name = "TIER_IDS", length = 200)
  @AdminPresentation(
      friendlyName = "EarningRule_TierIds",
      order = 195,
      group = "EarningRule_Group_Scope",
      groupOrder = 300,
      tooltip = "EarningRule_TierIds_Tooltip")
  protected String tierIds;

  @Column(name = "SEGMENT_KEY", length = 60)
  @AdminPresentation(
      friendlyName = "EarningRule_SegmentKey",
      order = 197,
      group = "EarningRule_Group_Scope",
      groupOrder = 300,
      tooltip = "EarningRule_SegmentKey_Tooltip")
  protected String segmentKey;

  @Column(name = "ACTIVE_FROM", length = 16)
  @AdminPresentation(
      friendlyName = "EarningRule_ActiveFrom",
      order = 200,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      prominent = true,
      gridOrder = 400,
      tooltip = "EarningRule_ActiveFrom_Tooltip")
  protected String activeFrom;

  @Column(name = "ACTIVE_UNTIL", length = 16)
  @AdminPresentation(
      friendlyName = "EarningRule_ActiveUntil",
      order = 210,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      prominent = true,
      gridOrder = 500,
      tooltip = "EarningRule_ActiveUntil_Tooltip")
  protected String activeUntil;

  @Column(name = "PER_ORDER")
  @AdminPresentation(
      friendlyName = "EarningRule_PerOrder",
      order = 220,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      tooltip = "EarningRule_PerOrder_Tooltip")
  protected Integer perOrder;

  @Column(name = "PER_CUSTOMER")
  @AdminPresentation(
      friendlyName = "EarningRule_PerCustomer",
      order = 230,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      tooltip = "EarningRule_PerCustomer_Tooltip")
  protected Integer perCustomer;

  @Column(name = "PERIOD_KEY", nullable = false, length = 10)
  @AdminPresentation(
      friendlyName = "EarningRule_Period",
      order = 240,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      tooltip = "EarningRule_Period_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.LoyaltyChoice$Period")
  protected String period;

  @Column(name = "BUDGET_POINTS")
  @AdminPresentation(
      friendlyName = "EarningRule_BudgetPoints",
      order = 245,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      tooltip = "EarningRule_BudgetPoints_Tooltip")
  protected Integer budgetPoints;

  @Column(name = "PRIORITY", nullable = false)
  @AdminPresentation(
      friendlyName = "EarningRule_Priority",
      order = 250,
      group = "EarningRule_Group_Limits",
      groupOrder = 400,
      tooltip = "EarningRule_Priority_Tooltip")
  protected Integer priority;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "EarningRule_Edition",
      order = 900,
      group = "EarningRule_Group_Use",
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
  public String getType() {
    return type;
  }

  @Override
  public void setType(String type) {
    this.type = type;
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
  public String getSettings() {
    return settings;
  }

  @Override
  public void setSettings(String settings) {
    this.settings = settings;
  }

  @Override
  public String getProductIds() {
    return productIds;
  }

  @Override
  public void setProductIds(String productIds) {
    this.productIds = productIds;
  }

  @Override
  public String getCategoryIds() {
    return categoryIds;
  }

  @Override
  public void setCategoryIds(String categoryIds) {
    this.categoryIds = categoryIds;
  }

  @Override
  public String getTierIds() {
    return tierIds;
  }

  @Override
  public void setTierIds(String tierIds) {
    this.tierIds = tierIds;
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
  public Integer getPerOrder() {
    return perOrder;
  }

  @Override
  public void setPerOrder(Integer perOrder) {
    this.perOrder = perOrder;
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
  public String getPeriod() {
    return period;
  }

  @Override
  public void setPeriod(String period) {
    this.period = period;
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
