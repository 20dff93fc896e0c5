package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** A merchant's mail template in one locale, as the host's admin edits it. */
public interface MessageTemplate extends Serializable {
  Long getId();

  void setId(Long id);

  String getTemplateKey();

  void setTemplateKey(String templateKey);

  String getLocaleCode();

  void setLocaleCode(String localeCode);

  Boolean getActive();

  void setActive(Boolean active);

  /** Epoch milliseconds of the last switching on; null when it never was. */
  Long getActiveSince();

  void setActiveSince(Long activeSince);

  Integer getVersion();

  void setVersion(Integer version);

  String getSubject();

  void setSubject(String subject);

  String getPreheader();

  void setPreheader(String preheader);

  String getHeading();

  void setHeading(String heading);

  String getIntro();

  void setIntro(String intro);

  String getClosing();

  void setClosing(String closing);

  String getHtmlLayout();

  void setHtmlLayout(String htmlLayout);

  String getTextLayout();

  void setTextLayout(String textLayout);
}
