package org.postpurchase.admin.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rows that settings speak of by number and merchants know by name. */
public interface RowNames {
  /** What a number may be the number of. */
  enum Kind {
    PRODUCT,
    CATEGORY,
    TIER,
    OFFER
  }

  /** The names of those that exist, by number, in ascending order. */
  Map<Long, String> named(Kind kind, Collection<Long> numbers);

  /** The numbers of all that are called so, in small or capital letters, in ascending order. */
  List<Long> called(Kind kind, String name);
}
