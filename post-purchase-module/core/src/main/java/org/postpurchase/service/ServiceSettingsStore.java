package org.postpurchase.service;

/** The one row of settings. Joins the caller's transaction. */
public interface ServiceSettingsStore {
  /** As they are now; the usual ones while nobody has saved any. */
  ServiceSettings read();

  /** Saves them; false when somebody else has saved since {@code settings.edition - 1}. */
  boolean save(ServiceSettings settings);
}
