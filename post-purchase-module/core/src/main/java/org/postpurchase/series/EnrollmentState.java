package org.postpurchase.series;

/** Life of an enrollment: ACTIVE → COMPLETED when every step is settled, or EXITED before. */
public enum EnrollmentState {
  ACTIVE,
  COMPLETED,
  EXITED
}
