package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.Id;
import javax.persistence.Inheritance;
import javax.persistence.InheritanceType;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.PopulateToOneFieldsEnum;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
import org.hibernate.annotations.Type;

/** Row of {@code PP_MESSAGE_TEMPLATE}; every save is a new version. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Table(name = "PP_MESSAGE_TEMPLATE")
@AdminPresentationClass(
    friendlyName = "MessageTemplate",
    populateToOneFields = PopulateToOneFieldsEnum.FALSE)
public class MessageTemplateImpl implements MessageTemplate {
  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(generator = "MessageTemplateImplId")
  @GenericGenerator(
      name = "MessageTemplateImplId",
      strategy = "org.broadleafcommerce.common.persistence.IdOverrideTableGenerator",
      parameters = {
        @Parameter(name = "segment_value", value = "MessageTemplateImpl"),
        @Parameter(
            name = "entity_name",
            value = "org.postpurchase.broadleaf.entity.MessageTemplateImpl")
      })
  @Column(name = "TEMPLATE_ID")
  @AdminPresentation(friendlyName = "MessageTemplate_Id", visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long id;

  @Column(name = "TEMPLATE_KEY", nullable = false, length = 60)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Key",
      order = 100,
      group = "MessageTemplate_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 100,
      readOnly = true)
  protected String templateKey;

  @Column(name = "LOCALE_CODE", nullable = false, length = 20)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Locale",
      order = 200,
      group = "MessageTemplate_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 200,
      readOnly = true)
  protected String localeCode;

  @Column(name = "ACTIVE", nullable = false)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Active",
      order = 300,
      group = "MessageTemplate_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 400,
      tooltip = "MessageTemplate_Active_Tooltip")
  protected Boolean active;

  @Column(name = "ACTIVE_SINCE")
  @AdminPresentation(
      friendlyName = "MessageTemplate_ActiveSince",
      order = 400,
      group = "MessageTemplate_Group_Use",
      groupOrder = 100,
      visibility = VisibilityEnum.HIDDEN_ALL)
  protected Long activeSince;

  @Column(name = "TEMPLATE_VERSION", nullable = false)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Version",
      order = 500,
      group = "MessageTemplate_Group_Use",
      groupOrder = 100,
      prominent = true,
      gridOrder = 500,
      readOnly = true)
  protected Integer version;

  @Column(name = "SUBJECT", nullable = false, length = 255)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Subject",
      order = 100,
      group = "MessageTemplate_Group_Texts",
      groupOrder = 200,
      prominent = true,
      gridOrder = 300,
      largeEntry = true)
  protected String subject;

  @Column(name = "PREHEADER", length = 255)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Preheader",
      order = 200,
      group = "MessageTemplate_Group_Texts",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "MessageTemplate_Preheader_Tooltip")
  protected String preheader;

  @Column(name = "HEADING", nullable = false, length = 255)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Heading",
      order = 300,
      group = "MessageTemplate_Group_Texts",
      groupOrder = 200,
      largeEntry = true)
  protected String heading;

  @Column(name = "INTRO", nullable = false, length = 2000)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Intro",
      order = 400,
      group = "MessageTemplate_Group_Texts",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "MessageTemplate_Text_Tooltip")
  protected String intro;

  @Column(name = "CLOSING", length = 2000)
  @AdminPresentation(
      friendlyName = "MessageTemplate_Closing",
      order = 500,
      group = "MessageTemplate_Group_Texts",
      groupOrder = 200,
      largeEntry = true,
      tooltip = "MessageTemplate_Text_Tooltip")
  protected String closing;

  @Lob
  @Type(type = "org.hibernate.type.StringClobType")
  @Column(name = "HTML_LAYOUT", nullable = false, length = Integer.MAX_VALUE - 1)
  @AdminPresentation(
      friendlyName = "MessageTemplate_HtmlLayout",
      order = 100,
      group = "MessageTemplate_Group_Layout",
      groupOrder = 100,
      tab = "MessageTemplate_Tab_Layout",
      tabOrder = 200,
      largeEntry = true,
      tooltip = "MessageTemplate_Layout_Tooltip")
  protected String htmlLayout;

  @Lob
  @Type(type = "org.hibernate.type.StringClobType")
  @Column(name = "TEXT_LAYOUT", nullable = false, length = Integer.MAX_VALUE - 1)
  @AdminPresentation(
      friendlyName = "MessageTemplate_TextLayout",
      order = 200,
      group = "MessageTemplate_Group_Layout",
      groupOrder = 100,
      tab = "MessageTemplate_Tab_Layout",
      tabOrder = 200,
      largeEntry = true,
      tooltip = "MessageTemplate_Layout_Tooltip")
  protected String textLayout;

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
  public String getLocaleCode() {
    return localeCode;
  }

  @Override
  public void setLocaleCode(String localeCode) {
    this.localeCode = localeCode;
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
  public Integer getVersion() {
    return version;
  }

  @Override
  public void setVersion(Integer version) {
    this.version = version;
  }

  @Override
  public String getSubject() {
    return subject;
  }

  @Override
  public void setSubject(String subject) {
    this.subject = subject;
  }

  @Override
  public String getPreheader() {
    return preheader;
  }

  @Override
  public void setPreheader(String preheader) {
    this.preheader = preheader;
  }

  @Override
  public String getHeading() {
    return heading;
  }

  @Override
  public void setHeading(String heading) {
    this.heading = heading;
  }

  @Override
  public String getIntro() {
    return intro;
  }

  @Override
  public void setIntro(String intro) {
    this.intro = intro;
  }

  @Override
  public String getClosing() {
    return closing;
  }

  @Override
  public void setClosing(String closing) {
    this.closing = closing;
  }

  @Override
  public String getHtmlLayout() {
    return htmlLayout;
  }

  @Override
  public void setHtmlLayout(String htmlLayout) {
    this.htmlLayout = htmlLayout;
  }

  @Override
  public String getTextLayout() {
    return textLayout;
  }

  @Override
  public void setTextLayout(String textLayout) {
    this.textLayout = textLayout;
  }
}
