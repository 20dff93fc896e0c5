package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A merchant's template in one locale and version. All texts are Velocity; the layouts place the
 * rendered texts.
 *
 * <p>Key, locale and version together identify the exact wording for ever.
 */
public final class MessageTemplate {
  public final String key;
  public final String localeCode;
  public final int version;
  public final boolean active;

  /** Since when it may be used; null while it was never active. */
  public final Instant activeSince;

  public final Texts texts;
  public final String htmlLayout;
  public final String textLayout;

  public MessageTemplate(
      String key,
      String localeCode,
      int version,
      boolean active,
      Instant activeSince,
      Texts texts,
      String htmlLayout,
      String textLayout) {
    this.key = requireNonNull(key, "key");
    this.localeCode = requireNonNull(localeCode, "localeCode");
    this.version = version;
    this.active = active;
    this.activeSince = activeSince;
    this.texts = requireNonNull(texts, "texts");
    this.htmlLayout = requireNonNull(htmlLayout, "htmlLayout");
    this.textLayout = requireNonNull(textLayout, "textLayout");
  }

  /** The short texts that merchants change most. */
  public static final class Texts {
    public final String subject;
    public final String preheader;
    public final String heading;
    public final String intro;
    public final String closing;

    public Texts(String subject, String preheader, String heading, String intro, String closing) {
      this.subject = requireNonNull(subject, "subject");
      this.preheader = requireNonNull(preheader, "preheader");
      this.heading = requireNonNull(heading, "heading");
      this.intro = requireNonNull(intro, "intro");
      this.closing = requireNonNull(closing, "closing");
    }
  }
}
