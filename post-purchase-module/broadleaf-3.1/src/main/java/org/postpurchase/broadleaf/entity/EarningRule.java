package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** A way to earn points as the merchant edits it. */
public interface EarningRule extends Serializable {
  Long getId();

  void setId(Long id);

  String getName();

  void setName(String name);

  Boolean getActive();

  void setActive(Boolean active);

  String getType();

  void setType(String type);

  String getPresetKey();

  void setPresetKey(String presetKey);

  /** What the type asks for, as lines of {@code name=value}. */
  String getSettings();

  void setSettings(String settings);

  String getProductIds();

  void setProductIds(String productIds);

  String getCategoryIds();

  void setCategoryIds(String categoryIds);

  String getTierIds();

  void setTierIds(String tierIds);

  /** Key of the segment whose customers it is for; empty for everybody. */
  String getSegmentKey();

  void setSegmentKey(String segmentKey);

  String getActiveFrom();

  void setActiveFrom(String activeFrom);

  String getActiveUntil();

  void setActiveUntil(String activeUntil);

  Integer getPerOrder();

  void setPerOrder(Integer perOrder);

  Integer getPerCustomer();

  void setPerCustomer(Integer perCustomer);

  String getPeriod();

  void setPeriod(String period);

  Integer getBudgetPoints();

  void setBudgetPoints(Integer budgetPoints);

  Integer getPriority();

  void setPriority(Integer priority);

  Integer getEdition();

  void setEdition(Integer edition);
}
