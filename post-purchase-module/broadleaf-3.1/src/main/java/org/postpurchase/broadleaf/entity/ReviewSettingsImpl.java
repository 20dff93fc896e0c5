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

/** Row of {@code PP_REVIEW_SETTINGS}. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_REVIEW_SETTINGS")
@AdminPresentationClass(
    friendlyName = "ReviewSettings",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class ReviewSettingsImpl implements ReviewSettings {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "ReviewSettingsImplId")
  @GenericGenerator(
      name = "ReviewSettingsImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "ReviewSettingsImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.ReviewSettingsImpl")
      })
  @Column(name = "SETTINGS_ID")
  @AdminPresentation(friendlyName = "ReviewSettings_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_Active",
      order = 100,
      group = "ReviewSettings_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      tooltip = "ReviewSettings_Active_Tooltip")
  protected Boolean active;

  @Column(name = "ACTIVE_SINCE")
  @AdminPresentation(
      friendlyName = "ReviewSettings_ActiveSince",
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long activeSince;

  @Column(name = "PUBLISHING", nullable = false, length = 30)
  @AdminPresentation(
      friendlyName = "ReviewSettings_Publishing",
      order = 110,
      group = "ReviewSettings_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 110,
      fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
      broadleafEnumeration = "org.postpurchase.broadleaf.entity.ReviewChoice$Publishing",
      tooltip = "ReviewSettings_Publishing_Tooltip")
  protected String publishing;

  @Column(name = "PHOTOS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_Photos",
      order = 120,
      group = "ReviewSettings_Group_Use",
      groupOrder = 100,
      tooltip = "ReviewSettings_Photos_Tooltip")
  protected Boolean photos;

  @Column(name = "VIDEO_HOSTS", length = 500)
  @AdminPresentation(
      friendlyName = "ReviewSettings_VideoHosts",
      order = 125,
      group = "ReviewSettings_Group_Use",
      groupOrder = 100,
      largeEntry = true,
      tooltip = "ReviewSettings_VideoHosts_Tooltip")
  protected String videoHosts;

  @Column(name = "MARKUP", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_Markup",
      order = 130,
      group = "ReviewSettings_Group_Use",
      groupOrder = 100,
      tooltip = "ReviewSettings_Markup_Tooltip")
  protected Boolean markup;

  @Column(name = "INCENTIVE", length = 255)
  @AdminPresentation(
      friendlyName = "ReviewSettings_Incentive",
      order = 140,
      group = "ReviewSettings_Group_Use",
      groupOrder = 100,
      largeEntry = true,
      tooltip = "ReviewSettings_Incentive_Tooltip")
  protected String incentive;

  @Column(name = "ASK_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_AskDays",
      order = 100,
      group = "ReviewSettings_Group_Ask",
      groupOrder = 200,
      prominent = true,
      gridOrder = 100,
      tooltip = "ReviewSettings_AskDays_Tooltip")
  protected Integer askDays;

  @Column(name = "CATEGORY_DAYS", length = 1000)
  @AdminPresentation(
      friendlyName = "ReviewSettings_CategoryDays",
      order = 110,
      group = "ReviewSettings_Group_Ask",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "ReviewSettings_CategoryDays_Tooltip")
  protected String categoryDays;

  @Column(name = "LINES_MOST", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_LinesMost",
      order = 120,
      group = "ReviewSettings_Group_Ask",
      groupOrder = 200,
      tooltip = "ReviewSettings_LinesMost_Tooltip")
  protected Integer linesMost;

  @Column(name = "AGAIN_MONTHS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_AgainMonths",
      order = 130,
      group = "ReviewSettings_Group_Ask",
      groupOrder = 200,
      tooltip = "ReviewSettings_AgainMonths_Tooltip")
  protected Integer againMonths;

  @Column(name = "ASKS_MOST", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_AsksMost",
      order = 140,
      group = "ReviewSettings_Group_Ask",
      groupOrder = 200,
      tooltip = "ReviewSettings_AsksMost_Tooltip")
  protected Integer asksMost;

  @Column(name = "ASKS_DAYS", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_AsksDays",
      order = 150,
      group = "ReviewSettings_Group_Ask",
      groupOrder = 200,
      tooltip = "ReviewSettings_AsksDays_Tooltip")
  protected Integer asksDays;

  @Column(name = "HOST_RATING")
  @AdminPresentation(
      friendlyName = "ReviewSettings_HostRating",
      order = 100,
      group = "ReviewSettings_Group_More",
      groupOrder = 300,
      tooltip = "ReviewSettings_HostRating_Tooltip")
  protected Boolean hostRating;

  @Column(name = "FEED")
  @AdminPresentation(
      friendlyName = "ReviewSettings_Feed",
      order = 110,
      group = "ReviewSettings_Group_More",
      groupOrder = 300,
      tooltip = "ReviewSettings_Feed_Tooltip")
  protected Boolean feed;

  @Column(name = "KEPT_RATE")
  @AdminPresentation(
      friendlyName = "ReviewSettings_KeptRate",
      order = 120,
      group = "ReviewSettings_Group_More",
      groupOrder = 300,
      tooltip = "ReviewSettings_KeptRate_Tooltip")
  protected Boolean keptRate;

  @Column(name = "REPLY_HOURS")
  @AdminPresentation(
      friendlyName = "ReviewSettings_ReplyHours",
      order = 130,
      group = "ReviewSettings_Group_More",
      groupOrder = 300,
      tooltip = "ReviewSettings_ReplyHours_Tooltip")
  protected Integer replyHours;

  @Column(name = "GALLERY")
  @AdminPresentation(
      friendlyName = "ReviewSettings_Gallery",
      order = 140,
      group = "ReviewSettings_Group_More",
      groupOrder = 300,
      tooltip = "ReviewSettings_Gallery_Tooltip")
  protected Boolean gallery;

  @Column(name = "EDITION", nullable = false)
  @AdminPresentation(
      friendlyName = "ReviewSettings_Edition",
      visibility = VisibilityEnum.HIDDEN_ALL)
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
  public Boolean getActive() {
    return active;
  }

  @Override
  public void setActive(Boolean active) {
    this.active = active;
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
  public String getPublishing() {
    return publishing;
  }

  @Override
  public void setPublishing(String publishing) {
    this.publishing = publishing;
  }

  @Override
  public Boolean getPhotos() {
    return photos;
  }

  @Override
  public void setPhotos(Boolean photos) {
    this.photos = photos;
  }

  @Override
  public Boolean getMarkup() {
    return markup;
  }

  @Override
  public void setMarkup(Boolean markup) {
    this.markup = markup;
  }

  @Override
  public String getIncentive() {
    return incentive;
  }

  @Override
  public void setIncentive(String incentive) {
    this.incentive = incentive;
  }

  @Override
  public Integer getAskDays() {
    return askDays;
  }

  @Override
  public void setAskDays(Integer askDays) {
    this.askDays = askDays;
  }

  @Override
  public String getCategoryDays() {
    return categoryDays;
  }

  @Override
  public void setCategoryDays(String categoryDays) {
    this.categoryDays = categoryDays;
  }

  @Override
  public Integer getLinesMost() {
    return linesMost;
  }

  @Override
  public void setLinesMost(Integer linesMost) {
    this.linesMost = linesMost;
  }

  @Override
  public Integer getAgainMonths() {
    return againMonths;
  }

  @Override
  public void setAgainMonths(Integer againMonths) {
    this.againMonths = againMonths;
  }

  @Override
  public Integer getAsksMost() {
    return asksMost;
  }

  @Override
  public void setAsksMost(Integer asksMost) {
    this.asksMost = asksMost;
  }

  @Override
  public Integer getAsksDays() {
    return asksDays;
  }

  @Override
  public void setAsksDays(Integer asksDays) {
    this.asksDays = asksDays;
  }

  @Override
  public Boolean getHostRating() {
    return hostRating;
  }

  @Override
  public void setHostRating(Boolean hostRating) {
    this.hostRating = hostRating;
  }

  @Override
  public Boolean getFeed() {
    return feed;
  }

  @Override
  public void setFeed(Boolean feed) {
    this.feed = feed;
  }

  @Override
  public Boolean getKeptRate() {
    return keptRate;
  }

  @Override
  public void setKeptRate(Boolean keptRate) {
    this.keptRate = keptRate;
  }

  @Override
  public String getVideoHosts() {
    return videoHosts;
  }

  @Override
  public void setVideoHosts(String videoHosts) {
    this.videoHosts = videoHosts;
  }

  @Override
  public Integer getReplyHours() {
    return replyHours;
  }

  @Override
  public void setReplyHours(Integer replyHours) {
    this.replyHours = replyHours;
  }

  @Override
  public Boolean getGallery() {
    return gallery;
  }

  @Override
  public void setGallery(Boolean gallery) {
    this.gallery = gallery;
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
