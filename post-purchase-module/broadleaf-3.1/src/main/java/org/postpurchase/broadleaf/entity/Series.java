package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** A series of messages as the host's admin edits it. Its steps name it. */
public interface Series extends Serializable {
  Long getId();

  void setId(Long id);

  String getName();

  void setName(String name);

  /** Which shipped series it was made from; null for the merchant's own. */
  String getPresetKey();

  void setPresetKey(String presetKey);

  String getStatus();

  void setStatus(String status);

  String getTriggerKey();

  void setTriggerKey(String triggerKey);

  String getReEntry();

  void setReEntry(String reEntry);

  Integer getPriority();

  void setPriority(Integer priority);

  Boolean getExitOrderedAgain();

  void setExitOrderedAgain(Boolean exitOrderedAgain);

  Boolean getExitOrderCancelled();

  void setExitOrderCancelled(Boolean exitOrderCancelled);

  Boolean getExitAllReturned();

  void setExitAllReturned(Boolean exitAllReturned);

  Boolean getExitOptedOut();

  void setExitOptedOut(Boolean exitOptedOut);

  /** Epoch milliseconds of the last switching on; null when it never was. */
  Long getActiveSince();

  void setActiveSince(Long activeSince);

  /** Number of the frozen version that people enter now; 0 while there is none. */
  Integer getLiveVersion();

  void setLiveVersion(Integer liveVersion);

  /** Goes up with each save of the series or one of its steps. */
  Integer getEdition();

  void setEdition(Integer edition);

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

  Integer getPeriodDays();

  void setPeriodDays(Integer periodDays);

  String getEndsOn();

  void setEndsOn(String endsOn);

  String getSegmentKey();

  void setSegmentKey(String segmentKey);
}
