package org.postpurchase.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One wording of a template, who saved it and when. */
public final class SavedVersion {
  public final MessageTemplate template;
  public final String savedBy;
  public final Instant savedAt;

  public SavedVersion(MessageTemplate template, String savedBy, Instant savedAt) {
    this.template = requireNonNull(template, "template");
    this.savedBy = requireNonNull(savedBy, "savedBy");
    this.savedAt = requireNonNull(savedAt, "savedAt");
  }
}
