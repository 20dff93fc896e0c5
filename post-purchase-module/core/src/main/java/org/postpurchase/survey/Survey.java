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

  /** Which version is asked, and since when. */
  public static final class Live {
    static final Live NOT_YET = new Live(0, null);

    final int version;
    final Instant since;

    /**
     * @param version 0 for none yet
     * @param since null while it never asked
     */
    public Live(int version, Instant since) {
      this.version = version;
      this.since = since;
    }
  }

  public Survey(
      long id, Status status, Live live, int edition, Settings settings, SurveyContent draft) {
    this.id = id;
    this.status = requireNonNull(status, "status");
    this.liveVersion = live.version;
    this.activeSince = live.since;
    this.edition = edition;
    this.settings = requireNonNull(settings, "settings");
    this.draft = requireNonNull(draft, "draft");
  }

  /** One that is not stored yet. */
  public static Survey fresh(Settings settings, SurveyContent draft) {
    return new Survey(0, Status.DRAFT, Live.NOT_YET, 0, settings, draft);
  }

  Live live() {
    return new Live(liveVersion, activeSince);
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
