package org.postpurchase.broadleaf.entity;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;

/** The texts of a message that shoppers read, apart from its layout. */
@MappedSuperclass
abstract class TemplateTexts implements Serializable {
  private static final long serialVersionUID = 1L;

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

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getPreheader() {
    return preheader;
  }

  public void setPreheader(String preheader) {
    this.preheader = preheader;
  }

  public String getHeading() {
    return heading;
  }

  public void setHeading(String heading) {
    this.heading = heading;
  }

  public String getIntro() {
    return intro;
  }

  public void setIntro(String intro) {
    this.intro = intro;
  }

  public String getClosing() {
    return closing;
  }

  public void setClosing(String closing) {
    this.closing = closing;
  }
}
