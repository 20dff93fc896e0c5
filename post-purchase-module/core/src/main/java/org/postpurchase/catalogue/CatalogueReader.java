package org.postpurchase.catalogue;

import java.util.List;
import java.util.Optional;

/** The merchant's rewards. Reads what is saved at the moment of the call. */
public interface CatalogueReader {
  /** Those that are switched on, in the merchant's order, whether their time has come or not. */
  List<CatalogueReward> rewards();

  /** Empty when there is no such reward or it is switched off. */
  Optional<CatalogueReward> find(String rewardKey);
}
