package org.postpurchase.ask;

import java.util.List;

/** What customers said, as their owners let mails use it at that moment. */
public interface Voices {
  /** Newest first, in any language; one statement. */
  List<Voice> now();
}
