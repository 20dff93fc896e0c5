package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** The loyalty programme as the merchant edits it; there is one. */
public interface LoyaltyProgramme extends Serializable {
  Long getId();

  void setId(Long id);

  String getProgrammeKey();

  void setProgrammeKey(String programmeKey);

  Boolean getActive();

  void setActive(Boolean active);

  String getName();

  void setName(String name);

  String getPointsName();

  void setPointsName(String pointsName);

  Integer getTermsVersion();

  void setTermsVersion(Integer termsVersion);

  String getRates();

  void setRates(String rates);

  Integer getMinimumPoints();

  void setMinimumPoints(Integer minimumPoints);

  Integer getBlockPoints();

  void setBlockPoints(Integer blockPoints);

  Integer getMaxSharePercent();

  void setMaxSharePercent(Integer maxSharePercent);

  Integer getReturnWindowDays();

  void setReturnWindowDays(Integer returnWindowDays);

  Integer getFallbackDays();

  void setFallbackDays(Integer fallbackDays);

  Integer getValidityDays();

  void setValidityDays(Integer validityDays);

  Integer getGraceDays();

  void setGraceDays(Integer graceDays);

  String getShortfallPolicy();

  void setShortfallPolicy(String shortfallPolicy);

  String getStackingPolicy();

  void setStackingPolicy(String stackingPolicy);

  String getTierBasis();

  void setTierBasis(String tierBasis);

  String getTierCurrency();

  void setTierCurrency(String tierCurrency);

  String getTierWindow();

  void setTierWindow(String tierWindow);

  Integer getTierGraceDays();

  void setTierGraceDays(Integer tierGraceDays);

  String getJoining();

  void setJoining(String joining);

  Long getActiveSince();

  void setActiveSince(Long activeSince);

  Integer getEdition();

  void setEdition(Integer edition);

  String getHeadline();

  void setHeadline(String headline);

  String getIntro();

  void setIntro(String intro);

  String getColour();

  void setColour(String colour);

  String getLogoUrl();

  void setLogoUrl(String logoUrl);
}
