package org.postpurchase.series;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Who gets no advertising and no requests because something went wrong and is not settled. Asked
 * when a step is due and once more when its message is about to leave, for all at once.
 */
public interface InService {
  /** A shop that keeps no cases. */
  InService NOBODY = contacts -> Collections.emptySet();

  /**
   * Those of the mailboxes. Joins the caller's transaction; the number of its statements does not
   * grow with them.
   *
   * @param contacts keys of mailboxes
   */
  Set<String> of(Collection<String> contacts);
}
