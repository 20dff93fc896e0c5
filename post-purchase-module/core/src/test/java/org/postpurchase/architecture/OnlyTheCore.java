package org.postpurchase.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The schema module is on the class path of the tests only and has rules of its own. */
final class OnlyTheCore implements ImportOption {
  @Override
  public boolean includes(Location location) {
    return !location.contains("/org/postpurchase/migrations/")
        && !location.contains("/org/postpurchase/shaded/");
  }
}
