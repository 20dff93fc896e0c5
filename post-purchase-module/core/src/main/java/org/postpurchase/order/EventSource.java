package org.postpurchase.order;

/** How the plugin came to know a fact. */
public enum EventSource {
  /** Seen in the host's own transaction. */
  HOST_STATUS,
  /** Told through {@link OrderLifecycle}. */
  SERVICE,
  /** Found by the reconciliation sweep. */
  SWEEP
}
