package org.postpurchase.messaging;

import java.util.List;
import java.util.Optional;

/** Every wording a template ever had. Joins the caller's transaction; rows are never changed. */
public interface TemplateVersions {
  /** Keeps this wording unless the version is there already. */
  void keep(MessageTemplate template, String savedBy);

  Optional<MessageTemplate> find(String key, String localeCode, int version);

  /** Newest first. */
  List<SavedVersion> list(String key, String localeCode, int limit);
}
