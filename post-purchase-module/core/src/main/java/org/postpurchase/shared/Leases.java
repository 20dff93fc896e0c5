package org.postpurchase.shared;

/**
 * Named rights to be the only one in the whole shop who does something for a while, judged by
 * database time.
 */
public interface Leases {
  /**
   * Takes or prolongs the lease; false while another owner holds it. A dead owner's lease runs out
   * by itself.
   */
  boolean hold(String name, String owner, int seconds);

  /**
   * Gives the lease back, for whoever wants it next; nothing happens when it is not the owner's.
   */
  default void release(String name, String owner) {}
}
