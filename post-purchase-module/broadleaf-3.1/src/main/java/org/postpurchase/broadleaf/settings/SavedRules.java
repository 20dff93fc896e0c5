package org.postpurchase.broadleaf.settings;

import java.util.List;
import java.util.Optional;

/** All earning rules of the merchant, those too that are switched off. */
public interface SavedRules {
  /** In the merchant's order. */
  List<SavedRule> all();

  Optional<SavedRule> find(long id);
}
