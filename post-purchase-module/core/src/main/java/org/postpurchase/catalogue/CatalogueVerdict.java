package org.postpurchase.catalogue;

/** Whether somebody can have a reward; the names are message keys too. */
public enum CatalogueVerdict {
  AVAILABLE,
  /** There is no programme, or the merchant has switched it off. */
  PROGRAMME_OFF,
  /** Not in the catalogue now, or its offer is over. */
  NOT_OFFERED,
  /** The page that was answered showed another price or another reward. */
  CHANGED,
  /** A code needs an owner, and the customer has no usable e-mail address. */
  NO_ADDRESS,
  TIER_TOO_LOW,
  /** This customer has had as many as one customer can have. */
  LIMIT_REACHED,
  SOLD_OUT,
  NOT_ENOUGH_POINTS,
  /** A person has to look at the account first. */
  FROZEN
}
