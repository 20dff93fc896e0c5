package org.postpurchase.order;

/** Answer of {@link OrderLifecycle}: both mean that the fact is safely recorded. */
public enum LifecycleResult {
  RECORDED,
  ALREADY_RECORDED
}
