package org.postpurchase.helpdesk;

import static java.util.Objects.requireNonNull;

/** Whom the shop tells of cases, and whether it answers questions about customers. Immutable. */
public final class HelpDeskSettings {
  /** As shops start with: nothing is told and nothing is answered. */
  public static final HelpDeskSettings OFF = new HelpDeskSettings("", 1, false, 1, 0);

  /** Where webhooks go; empty for nowhere. */
  public final String url;

  /** Which signing secret is in use; a new one has the next number. */
  public final int secretNo;

  /** Whether customer snapshots are given to whoever shows the key. */
  public final boolean answers;

  /** Which key is in use; a new one has the next number. */
  public final int keyNo;

  public final int edition;

  public HelpDeskSettings(String url, int secretNo, boolean answers, int keyNo, int edition) {
    this.url = requireNonNull(url, "url");
    this.secretNo = secretNo;
    this.answers = answers;
    this.keyNo = keyNo;
    this.edition = edition;
  }

  public boolean tells() {
    return !url.isEmpty();
  }

  /** The next edition with another address and another switch. */
  public HelpDeskSettings changed(String newUrl, boolean nowAnswers) {
    return new HelpDeskSettings(newUrl, secretNo, nowAnswers, keyNo, edition + 1);
  }

  /** The next edition with a new signing secret; the one before is not used any more. */
  public HelpDeskSettings withNewSecret() {
    return new HelpDeskSettings(url, secretNo + 1, answers, keyNo, edition + 1);
  }

  /** The next edition with a new key; the one before opens nothing any more. */
  public HelpDeskSettings withNewKey() {
    return new HelpDeskSettings(url, secretNo, answers, keyNo + 1, edition + 1);
  }
}
