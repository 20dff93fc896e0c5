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
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
import org.hibernate.annotations.ForeignKey;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.Parameter;

/** Row of {@code PP_SERIES_STEP}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_SERIES_STEP")
@AdminPresentationClass(
    friendlyName = "SeriesStep",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class SeriesStepImpl implements SeriesStep {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "SeriesStepImplId")
  @GenericGenerator(
      name = "SeriesStepImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "SeriesStepImpl"),
        @Parameter(name = "entity_name", value = "org.postpurchase.broadleaf.entity.SeriesStepImpl")
      })
  @Column(name = "STEP_ID")
  @AdminPresentation(friendlyName = "SeriesStep_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @ManyToOne(targetEntity = SeriesImpl.class, optional = false)
  @JoinColumn(name = "SERIES_ID", nullable = false)
  @ForeignKey(name = "none")
  @AdminPresentation(
      friendlyName = "SeriesStep_Series",
      order = 100,
      group = "SeriesStep_Group_Place",
      groupOrder = 100,
      prominent = true,
      gridOrder = 200,
      tooltip = "SeriesStep_Series_Tooltip")
  @AdminPresentationToOneLookup(lookupDisplayProperty = "name")
  protected Series series;

  @Column(name = "POSITION", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_Position",
      order = 200,
      group = "SeriesStep_Group_Place",
      groupOrder = 100,
      prominent = true,
      gridOrder = 250,
      tooltip = "SeriesStep_Position_Tooltip")
  protected Integer position;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "SeriesStep_Name",
      order = 300,
      group = "SeriesStep_Group_Place",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "SeriesStep_Name_Tooltip")
  protected String name;

  @Column(name = "STEP_KEY", nullable = false, length = 40)
  @AdminPresentation(
      friendlyName = "SeriesStep_StepKey",
      order = 400,
      group = "SeriesStep_Group_Place",
      groupOrder = 100,
      tooltip = "SeriesStep_StepKey_Tooltip")
  protected String stepKey;

  @Column(name = "ANCHOR", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "SeriesStep_Anchor",
      order = 100,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      prominent = true,
      gridOrder = 400,
      tooltip = "SeriesStep_Anchor_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Anchor")
  protected String anchor;

  @Column(name = "DELAY_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_DelayDays",
      order = 200,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      prominent = true,
      gridOrder = 500,
      tooltip = "SeriesStep_DelayDays_Tooltip")
  protected Integer delayDays;

  @Column(name = "DELAY_HOURS", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_DelayHours",
      order = 300,
      group = "SeriesStep_Group_When",
      groupOrder = 200)
  protected Integer delayHours;

  @Column(name = "FALLBACK_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_FallbackDays",
      order = 400,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_FallbackDays_Tooltip")
  protected Integer fallbackDays;

  @Column(name = "FALLBACK_DAYS_ABROAD", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_FallbackDaysAbroad",
      order = 500,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_FallbackDaysAbroad_Tooltip")
  protected Integer fallbackDaysAbroad;

  @Column(name = "WINDOW_FROM", length = 5)
  @AdminPresentation(
      friendlyName = "SeriesStep_WindowFrom",
      order = 600,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_WindowFrom_Tooltip",
      hint = "HH:MM")
  protected String windowFrom;

  @Column(name = "WINDOW_TO", length = 5)
  @AdminPresentation(
      friendlyName = "SeriesStep_WindowTo",
      order = 700,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_WindowTo_Tooltip",
      hint = "HH:MM")
  protected String windowTo;

  @Column(name = "VALID_HOURS", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_ValidHours",
      order = 800,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_ValidHours_Tooltip")
  protected Integer validHours;

  @Column(name = "TEMPLATE_KEY", nullable = false, length = 60)
  @AdminPresentation(
      friendlyName = "SeriesStep_TemplateKey",
      order = 100,
      group = "SeriesStep_Group_What",
      groupOrder = 300,
      prominent = true,
      gridOrder = 600,
      tooltip = "SeriesStep_TemplateKey_Tooltip")
  protected String templateKey;

  @Column(name = "PURPOSE", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "SeriesStep_Purpose",
      order = 200,
      group = "SeriesStep_Group_What",
      groupOrder = 300,
      prominent = true,
      gridOrder = 700,
      tooltip = "SeriesStep_Purpose_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Purpose")
  protected String purpose;

  @Column(name = "CHANNEL", nullable = false, length = 10)
  @AdminPresentation(
      friendlyName = "SeriesStep_Channel",
      order = 300,
      group = "SeriesStep_Group_What",
      groupOrder = 300,
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Channel")
  protected String channel;

  @Column(name = "ABOUT_PRODUCTS", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_AboutProducts",
      order = 400,
      group = "SeriesStep_Group_What",
      groupOrder = 300,
      tooltip = "SeriesStep_AboutProducts_Tooltip")
  protected Boolean aboutProducts;

  @Column(name = "CONDITION_TYPE", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "SeriesStep_ConditionType",
      order = 100,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_ConditionType_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Condition")
  protected String conditionType;

  @Column(name = "CONDITION_STEP", length = 40)
  @AdminPresentation(
      friendlyName = "SeriesStep_ConditionStep",
      order = 200,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_ConditionStep_Tooltip")
  protected String conditionStep;

  @ManyToOne(targetEntity = OfferImpl.class)
  @JoinColumn(name = "REWARD_OFFER_ID")
  @ForeignKey(name = "none")
  @NotFound(action = NotFoundAction.IGNORE)
  @AdminPresentation(
      friendlyName = "SeriesStep_RewardOffer",
      order = 100,
      group = "SeriesStep_Group_Reward",
      groupOrder = 500,
      tooltip = "SeriesStep_RewardOffer_Tooltip")
  @AdminPresentationToOneLookup(lookupDisplayProperty = "name")
  protected Offer rewardOffer;

  @Column(name = "REWARD_VALID_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "SeriesStep_RewardValidDays",
      order = 200,
      group = "SeriesStep_Group_Reward",
      groupOrder = 500,
      tooltip = "SeriesStep_RewardValidDays_Tooltip")
  protected Integer rewardValidDays;

  @Column(name = "STEP_KIND", length = 20)
  @AdminPresentation(
      friendlyName = "SeriesStep_StepKind",
      order = 50,
      group = "SeriesStep_Group_What",
      groupOrder = 300,
      tooltip = "SeriesStep_StepKind_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$StepKind")
  protected String stepKind;

  @Column(name = "WAITS_FOR", length = 30)
  @AdminPresentation(
      friendlyName = "SeriesStep_WaitsFor",
      order = 110,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_WaitsFor_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Trigger")
  protected String waitsFor;

  @Column(name = "WAIT_DAYS")
  @AdminPresentation(
      friendlyName = "SeriesStep_WaitDays",
      order = 120,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_WaitDays_Tooltip")
  protected Integer waitDays;

  @Column(name = "IS_GOAL")
  @AdminPresentation(
      friendlyName = "SeriesStep_Goal",
      order = 130,
      group = "SeriesStep_Group_When",
      groupOrder = 200,
      tooltip = "SeriesStep_Goal_Tooltip")
  protected Boolean goal;

  @Column(name = "PRODUCT_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "SeriesStep_ProductIds",
      order = 300,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_ProductIds_Tooltip",
      largeEntry = true)
  protected String productIds;

  @Column(name = "CATEGORY_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "SeriesStep_CategoryIds",
      order = 400,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_CategoryIds_Tooltip",
      largeEntry = true)
  protected String categoryIds;

  @Column(name = "AMOUNTS", length = 255)
  @AdminPresentation(
      friendlyName = "SeriesStep_Amounts",
      order = 500,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_Amounts_Tooltip")
  protected String amounts;

  @Column(name = "COUNTRIES", length = 255)
  @AdminPresentation(
      friendlyName = "SeriesStep_Countries",
      order = 600,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_Countries_Tooltip")
  protected String countries;

  @Column(name = "ORDER_NUMBER")
  @AdminPresentation(
      friendlyName = "SeriesStep_OrderNumber",
      order = 700,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_OrderNumber_Tooltip")
  protected Integer orderNumber;

  @Override
  public String getStepKind() {
    return stepKind;
  }

  @Override
  public void setStepKind(String stepKind) {
    this.stepKind = stepKind;
  }

  @Override
  public String getWaitsFor() {
    return waitsFor;
  }

  @Override
  public void setWaitsFor(String waitsFor) {
    this.waitsFor = waitsFor;
  }

  @Override
  public Integer getWaitDays() {
    return waitDays;
  }

  @Override
  public void setWaitDays(Integer waitDays) {
    this.waitDays = waitDays;
  }

  @Override
  public Boolean getGoal() {
    return goal;
  }

  @Override
  public void setGoal(Boolean goal) {
    this.goal = goal;
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
  public String getAmounts() {
    return amounts;
  }

  @Override
  public void setAmounts(String amounts) {
    this.amounts = amounts;
  }

  @Override
  public String getCountries() {
    return countries;
  }

  @Override
  public void setCountries(String countries) {
    this.countries = countries;
  }

  @Override
  public Integer getOrderNumber() {
    return orderNumber;
  }

  @Override
  public void setOrderNumber(Integer orderNumber) {
    this.orderNumber = orderNumber;
  }

  @Column(name = "IS_OFF")
  @AdminPresentation(
      friendlyName = "SeriesStep_Off",
      order = 500,
      group = "SeriesStep_Group_Place",
      groupOrder = 100,
      tooltip = "SeriesStep_Off_Tooltip")
  protected Boolean off;

  @Override
  public Boolean getOff() {
    return off;
  }

  @Override
  public void setOff(Boolean off) {
    this.off = off;
  }

  @Column(name = "SEGMENT_KEY", length = 60)
  @AdminPresentation(
      friendlyName = "SeriesStep_SegmentKey",
      order = 250,
      group = "SeriesStep_Group_If",
      groupOrder = 400,
      tooltip = "SeriesStep_SegmentKey_Tooltip")
  protected String segmentKey;

  @Override
  public String getSegmentKey() {
    return segmentKey;
  }

  @Override
  public void setSegmentKey(String segmentKey) {
    this.segmentKey = segmentKey;
  }

  @Override
  public Long getId() {
    return id;
  }

  @Override
  public void setId(Long id) {
    this.id = id;
  }

  @Override
  public String getTemplateKey() {
    return templateKey;
  }

  @Override
  public void setTemplateKey(String templateKey) {
    this.templateKey = templateKey;
  }

  @Override
  public String getPurpose() {
    return purpose;
  }

  @Override
  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  @Override
  public String getChannel() {
    return channel;
  }

  @Override
  public void setChannel(String channel) {
    this.channel = channel;
  }

  @Override
  public Boolean getAboutProducts() {
    return aboutProducts;
  }

  @Override
  public void setAboutProducts(Boolean aboutProducts) {
    this.aboutProducts = aboutProducts;
  }

  @Override
  public String getConditionType() {
    return conditionType;
  }

  @Override
  public void setConditionType(String conditionType) {
    this.conditionType = conditionType;
  }

  @Override
  public String getConditionStep() {
    return conditionStep;
  }

  @Override
  public void setConditionStep(String conditionStep) {
    this.conditionStep = conditionStep;
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
  public Integer getRewardValidDays() {
    return rewardValidDays;
  }

  @Override
  public void setRewardValidDays(Integer rewardValidDays) {
    this.rewardValidDays = rewardValidDays;
  }

  @Override
  public Series getSeries() {
    return series;
  }

  @Override
  public void setSeries(Series series) {
    this.series = series;
  }

  @Override
  public Integer getPosition() {
    return position;
  }

  @Override
  public void setPosition(Integer position) {
    this.position = position;
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
  public String getStepKey() {
    return stepKey;
  }

  @Override
  public void setStepKey(String stepKey) {
    this.stepKey = stepKey;
  }

  @Override
  public String getAnchor() {
    return anchor;
  }

  @Override
  public void setAnchor(String anchor) {
    this.anchor = anchor;
  }

  @Override
  public Integer getDelayDays() {
    return delayDays;
  }

  @Override
  public void setDelayDays(Integer delayDays) {
    this.delayDays = delayDays;
  }

  @Override
  public Integer getDelayHours() {
    return delayHours;
  }

  @Override
  public void setDelayHours(Integer delayHours) {
    this.delayHours = delayHours;
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
  public Integer getFallbackDaysAbroad() {
    return fallbackDaysAbroad;
  }

  @Override
  public void setFallbackDaysAbroad(Integer fallbackDaysAbroad) {
    this.fallbackDaysAbroad = fallbackDaysAbroad;
  }

  @Override
  public String getWindowFrom() {
    return windowFrom;
  }

  @Override
  public void setWindowFrom(String windowFrom) {
    this.windowFrom = windowFrom;
  }

  @Override
  public String getWindowTo() {
    return windowTo;
  }

  @Override
  public void setWindowTo(String windowTo) {
    this.windowTo = windowTo;
  }

  @Override
  public Integer getValidHours() {
    return validHours;
  }

  @Override
  public void setValidHours(Integer validHours) {
    this.validHours = validHours;
  }
}
