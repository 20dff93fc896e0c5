package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A survey as the merchant edits it. Its content is a draft until it is published. Immutable. */
public final class Survey {
  /** The names are stored and never change their meaning. */
  public enum Status {
    /** Never asked anybody. */
    DRAFT,
    ACTIVE,
    OFF
  }

  /** 0 until it is stored. */
  public final long id;

  public final Status status;

  /** Number of the version that is asked; 0 for none yet. */
  public final int liveVersion;

  /** Since when it asks: orders placed before are not asked about; null while it never did. */
  public final Instant activeSince;

  public final int edition;
  public final Settings settings;
  public final SurveyContent draft;

  public Survey(
      long id,
      Status status,
      int liveVersion,
      Instant activeSince,
      int edition,
      Settings settings,
      SurveyContent draft) {
    this.id = id;
    this.status = requireNonNull(status, "status");
    this.liveVersion = liveVersion;
    this.activeSince = activeSince;
    this.edition = edition;
    this.settings = requireNonNull(settings, "settings");
    this.draft = requireNonNull(draft, "draft");
  }

  /** One that is not stored yet. */
  public static Survey fresh(Settings settings, SurveyContent draft) {
    return new Survey(0, Status.DRAFT, 0, null, 0, settings, draft);
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  /** What holds at once, without publishing. */
  public static final class Settings {
    public final String name;
    public final boolean onConfirmation;

    /** Days in which nobody who answered any survey is asked this one. */
    public final int cooldownDays;

    public Settings(String name, boolean onConfirmation, int cooldownDays) {
      this.name = requireNonNull(name, "name");
      this.onConfirmation = onConfirmation;
      this.cooldownDays = cooldownDays;
    }
  }
}
