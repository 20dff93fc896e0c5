package org.postpurchase.broadleaf.entity;

import java.io.Serializable;
import org.broadleafcommerce.core.offer.domain.Offer;

/** One step of a {@link Series} as the host's admin edits it. */
public interface SeriesStep extends Serializable {
  Long getId();

  void setId(Long id);

  Series getSeries();

  void setSeries(Series series);

  Integer getPosition();

  void setPosition(Integer position);

  String getName();

  void setName(String name);

  String getStepKey();

  void setStepKey(String stepKey);

  String getAnchor();

  void setAnchor(String anchor);

  Integer getDelayDays();

  void setDelayDays(Integer delayDays);

  Integer getDelayHours();

  void setDelayHours(Integer delayHours);

  Integer getFallbackDays();

  void setFallbackDays(Integer fallbackDays);

  Integer getFallbackDaysAbroad();

  void setFallbackDaysAbroad(Integer fallbackDaysAbroad);

  /** Shop-local time as HH:MM; null when it may be sent at any time. */
  String getWindowFrom();

  void setWindowFrom(String windowFrom);

  String getWindowTo();

  void setWindowTo(String windowTo);

  Integer getValidHours();

  void setValidHours(Integer validHours);

  String getTemplateKey();

  void setTemplateKey(String templateKey);

  String getPurpose();

  void setPurpose(String purpose);

  String getChannel();

  void setChannel(String channel);

  Boolean getAboutProducts();

  void setAboutProducts(Boolean aboutProducts);

  String getConditionType();

  void setConditionType(String conditionType);

  String getConditionStep();

  void setConditionStep(String conditionStep);

  /** Host offer that the step gives a code for; null for none, or when the offer is gone. */
  Offer getRewardOffer();

  void setRewardOffer(Offer rewardOffer);

  Integer getRewardValidDays();

  void setRewardValidDays(Integer rewardValidDays);

  String getStepKind();

  void setStepKind(String stepKind);

  String getWaitsFor();

  void setWaitsFor(String waitsFor);

  Integer getWaitDays();

  void setWaitDays(Integer waitDays);

  Boolean getGoal();

  void setGoal(Boolean goal);

  /** Whether it is passed over at its time; null for no. */
  Boolean getOff();

  void setOff(Boolean off);

  String getProductIds();

  void setProductIds(String productIds);

  String getCategoryIds();

  void setCategoryIds(String categoryIds);

  String getAmounts();

  void setAmounts(String amounts);

  String getCountries();

  void setCountries(String countries);

  Integer getOrderNumber();

  void setOrderNumber(Integer orderNumber);

  String getSegmentKey();

  void setSegmentKey(String segmentKey);
}
