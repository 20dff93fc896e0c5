package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** How the shop asks for reviews, checks and shows them, as the host's admin edits it. */
public interface ReviewSettings extends Serializable {
  Long getId();

  void setId(Long id);

  Boolean getActive();

  void setActive(Boolean active);

  Long getActiveSince();

  void setActiveSince(Long activeSince);

  String getPublishing();

  void setPublishing(String publishing);

  Boolean getPhotos();

  void setPhotos(Boolean photos);

  Boolean getMarkup();

  void setMarkup(Boolean markup);

  String getIncentive();

  void setIncentive(String incentive);

  Integer getAskDays();

  void setAskDays(Integer askDays);

  String getCategoryDays();

  void setCategoryDays(String categoryDays);

  Integer getLinesMost();

  void setLinesMost(Integer linesMost);

  Integer getAgainMonths();

  void setAgainMonths(Integer againMonths);

  Integer getAsksMost();

  void setAsksMost(Integer asksMost);

  Integer getAsksDays();

  void setAsksDays(Integer asksDays);

  Boolean getHostRating();

  void setHostRating(Boolean hostRating);

  Boolean getFeed();

  void setFeed(Boolean feed);

  Boolean getKeptRate();

  void setKeptRate(Boolean keptRate);

  String getVideoHosts();

  void setVideoHosts(String videoHosts);

  Integer getReplyHours();

  void setReplyHours(Integer replyHours);

  Boolean getGallery();

  void setGallery(Boolean gallery);

  Integer getEdition();

  void setEdition(Integer edition);
}
