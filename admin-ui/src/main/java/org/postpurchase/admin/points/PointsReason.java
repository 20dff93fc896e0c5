package org.postpurchase.admin.points;

/** Why a person gives or takes points. The names are stored and are message keys. */
public enum PointsReason {
  GOODWILL,
  CORRECTION,
  COMPLAINT,
  FRAUD,
  IMPORT
}
