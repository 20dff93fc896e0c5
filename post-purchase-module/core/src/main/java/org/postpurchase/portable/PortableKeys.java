package org.postpurchase.portable;

import java.util.Map;

/**
 * Names by which settings without a key of their own are known in every shop. A name never changes,
 * whatever the setting is called. Joins the caller's transaction.
 */
public interface PortableKeys {
  /** By the number that the setting has in this shop. */
  Map<Long, String> of(String kind);

  /**
   * Gives a setting its name. A name whose setting is gone comes to the new one; the same again
   * changes nothing.
   */
  void name(String kind, long id, String key);
}
