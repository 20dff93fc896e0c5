package org.postpurchase.order;

import java.util.List;

/**
 * What a fulfilment group of the host holds, for reports that name only the group. Takes part in
 * the caller's transaction; never changes anything.
 */
public interface GroupReader {
  /** The order's own lines in the group, each once; empty when the host has no such group. */
  List<LineQuantity> linesOfGroup(long groupId);
}
