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

/** Row of {@code PP_SERIES}; what people run on is frozen from it. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_SERIES")
@AdminPresentationClass(
    friendlyName = "Series",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class SeriesImpl implements Series {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "SeriesImplId")
  @GenericGenerator(
      name = "SeriesImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "SeriesImpl"),
        @Parameter(name = "entity_name", value = "org.postpurchase.broadleaf.entity.SeriesImpl")
      })
  @Column(name = "SERIES_ID")
  @AdminPresentation(friendlyName = "Series_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "NAME", nullable = false, length = 120)
  @AdminPresentation(
      friendlyName = "Series_Name",
      order = 100,
      group = "Series_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "Series_Name_Tooltip")
  protected String name;

  @Column(name = "PRESET_KEY", length = 60)
  @AdminPresentation(friendlyName = "Series_PresetKey", visibility = VisibilityEnum.HIDDEN_ALL)
  protected String presetKey;

  @Column(name = "STATUS", nullable = false, length = 10)
  @AdminPresentation(
      friendlyName = "Series_Status",
      order = 200,
      group = "Series_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 300,
      tooltip = "Series_Status_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Status")
  protected String status;

  @Column(name = "TRIGGER_KEY", nullable = false, length = 30)
  @AdminPresentation(
      friendlyName = "Series_TriggerKey",
      order = 100,
      group = "Series_Group_Enter",
      groupOrder = 200,
      prominent = true,
      gridOrder = 200,
      tooltip = "Series_TriggerKey_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Trigger")
  protected String triggerKey;

  @Column(name = "RE_ENTRY", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "Series_ReEntry",
      order = 200,
      group = "Series_Group_Enter",
      groupOrder = 200,
      tooltip = "Series_ReEntry_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$ReEntry")
  protected String reEntry;

  @Column(name = "PRIORITY", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_Priority",
      order = 300,
      group = "Series_Group_Enter",
      groupOrder = 200,
      prominent = true,
      gridOrder = 500,
      tooltip = "Series_Priority_Tooltip")
  protected Integer priority;

  @Column(name = "EXIT_ORDERED_AGAIN", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_ExitOrderedAgain",
      order = 100,
      group = "Series_Group_Exit",
      groupOrder = 300,
      tooltip = "Series_ExitOrderedAgain_Tooltip")
  protected Boolean exitOrderedAgain;

  @Column(name = "EXIT_ORDER_CANCELLED", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_ExitOrderCancelled",
      order = 200,
      group = "Series_Group_Exit",
      groupOrder = 300)
  protected Boolean exitOrderCancelled;

  @Column(name = "EXIT_ALL_RETURNED", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_ExitAllReturned",
      order = 300,
      group = "Series_Group_Exit",
      groupOrder = 300)
  protected Boolean exitAllReturned;

  @Column(name = "EXIT_OPTED_OUT", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_ExitOptedOut",
      order = 400,
      group = "Series_Group_Exit",
      groupOrder = 300)
  protected Boolean exitOptedOut;

  @Column(name = "ACTIVE_SINCE")
  @AdminPresentation(friendlyName = "Series_ActiveSince", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long activeSince;

  @Column(name = "LIVE_VERSION", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_LiveVersion",
      prominent = true,
      gridOrder = 400,
      visibility = VisibilityEnum.FORM_HIDDEN)
  protected Integer liveVersion;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "Series_Edition",
      order = 920,
      group = "Series_Group_Use",
      groupOrder = 100)
  protected Integer edition;

  @Column(name = "PRODUCT_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "Series_ProductIds",
      order = 100,
      group = "Series_Group_Only",
      groupOrder = 250,
      tooltip = "Series_ProductIds_Tooltip",
      largeEntry = true)
  protected String productIds;

  @Column(name = "CATEGORY_IDS", length = 1000)
  @AdminPresentation(
      friendlyName = "Series_CategoryIds",
      order = 200,
      group = "Series_Group_Only",
      groupOrder = 250,
      tooltip = "Series_CategoryIds_Tooltip",
      largeEntry = true)
  protected String categoryIds;

  @Column(name = "AMOUNTS", length = 255)
  @AdminPresentation(
      friendlyName = "Series_Amounts",
      order = 300,
      group = "Series_Group_Only",
      groupOrder = 250,
      tooltip = "Series_Amounts_Tooltip")
  protected String amounts;

  @Column(name = "COUNTRIES", length = 255)
  @AdminPresentation(
      friendlyName = "Series_Countries",
      order = 400,
      group = "Series_Group_Only",
      groupOrder = 250,
      tooltip = "Series_Countries_Tooltip")
  protected String countries;

  @Column(name = "ORDER_NUMBER")
  @AdminPresentation(
      friendlyName = "Series_OrderNumber",
      order = 500,
      group = "Series_Group_Only",
      groupOrder = 250,
      tooltip = "Series_OrderNumber_Tooltip")
  protected Integer orderNumber;

  @Column(name = "PERIOD_DAYS")
  @AdminPresentation(
      friendlyName = "Series_PeriodDays",
      order = 250,
      group = "Series_Group_Enter",
      groupOrder = 200,
      tooltip = "Series_PeriodDays_Tooltip")
  protected Integer periodDays;

  @Column(name = "ENDS_ON", length = 30)
  @AdminPresentation(
      friendlyName = "Series_EndsOn",
      order = 500,
      group = "Series_Group_Exit",
      groupOrder = 300,
      tooltip = "Series_EndsOn_Tooltip",
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.Choice$Trigger")
  protected String endsOn;

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

  @Override
  public Integer getPeriodDays() {
    return periodDays;
  }

  @Override
  public void setPeriodDays(Integer periodDays) {
    this.periodDays = periodDays;
  }

  @Override
  public String getEndsOn() {
    return endsOn;
  }

  @Override
  public void setEndsOn(String endsOn) {
    this.endsOn = endsOn;
  }

  @Column(name = "SEGMENT_KEY", length = 60)
  @AdminPresentation(
      friendlyName = "Series_SegmentKey",
      order = 50,
      group = "Series_Group_Only",
      groupOrder = 250,
      tooltip = "Series_SegmentKey_Tooltip")
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
  public String getName() {
    return name;
  }

  @Override
  public void setName(String name) {
    this.name = name;
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
  public String getStatus() {
    return status;
  }

  @Override
  public void setStatus(String status) {
    this.status = status;
  }

  @Override
  public String getTriggerKey() {
    return triggerKey;
  }

  @Override
  public void setTriggerKey(String triggerKey) {
    this.triggerKey = triggerKey;
  }

  @Override
  public String getReEntry() {
    return reEntry;
  }

  @Override
  public void setReEntry(String reEntry) {
    this.reEntry = reEntry;
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
  public Boolean getExitOrderedAgain() {
    return exitOrderedAgain;
  }

  @Override
  public void setExitOrderedAgain(Boolean exitOrderedAgain) {
    this.exitOrderedAgain = exitOrderedAgain;
  }

  @Override
  public Boolean getExitOrderCancelled() {
    return exitOrderCancelled;
  }

  @Override
  public void setExitOrderCancelled(Boolean exitOrderCancelled) {
    this.exitOrderCancelled = exitOrderCancelled;
  }

  @Override
  public Boolean getExitAllReturned() {
    return exitAllReturned;
  }

  @Override
  public void setExitAllReturned(Boolean exitAllReturned) {
    this.exitAllReturned = exitAllReturned;
  }

  @Override
  public Boolean getExitOptedOut() {
    return exitOptedOut;
  }

  @Override
  public void setExitOptedOut(Boolean exitOptedOut) {
    this.exitOptedOut = exitOptedOut;
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
  public Integer getLiveVersion() {
    return liveVersion;
  }

  @Override
  public void setLiveVersion(Integer liveVersion) {
    this.liveVersion = liveVersion;
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
