package org.postpurchase.broadleaf.entity;

import java.io.Serializable;
import org.broadleafcommerce.core.offer.domain.Offer;

/** A reward for points as the merchant edits it. */
public interface LoyaltyReward extends Serializable {
  Long getId();

  void setId(Long id);

  String getName();

  void setName(String name);

  Boolean getActive();

  void setActive(Boolean active);

  String getPresetKey();

  void setPresetKey(String presetKey);

  String getDescription();

  void setDescription(String description);

  Integer getCostPoints();

  void setCostPoints(Integer costPoints);

  Offer getRewardOffer();

  void setRewardOffer(Offer rewardOffer);

  Integer getValidDays();

  void setValidDays(Integer validDays);

  Integer getStock();

  void setStock(Integer stock);

  Integer getPerCustomer();

  void setPerCustomer(Integer perCustomer);

  String getActiveFrom();

  void setActiveFrom(String activeFrom);

  String getActiveUntil();

  void setActiveUntil(String activeUntil);

  String getSegmentKey();

  void setSegmentKey(String segmentKey);

  String getTierKey();

  void setTierKey(String tierKey);

  Integer getPriority();

  void setPriority(Integer priority);

  Integer getEdition();

  void setEdition(Integer edition);
}
