package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** One tier of the loyalty programme as the merchant edits it. */
public interface LoyaltyTier extends Serializable {
  Long getId();

  void setId(Long id);

  String getName();

  void setName(String name);

  Boolean getActive();

  void setActive(Boolean active);

  Integer getThreshold();

  void setThreshold(Integer threshold);

  Integer getEarnPercent();

  void setEarnPercent(Integer earnPercent);

  Integer getEntryPoints();

  void setEntryPoints(Integer entryPoints);

  String getOfferIds();

  void setOfferIds(String offerIds);

  String getBenefits();

  void setBenefits(String benefits);

  String getPresetKey();

  void setPresetKey(String presetKey);

  Long getActiveSince();

  void setActiveSince(Long activeSince);

  Integer getEdition();

  void setEdition(Integer edition);
}
