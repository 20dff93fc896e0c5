package org.postpurchase.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postpurchase.shared.PostPurchaseException;

/** An entry that cannot be saved as it is. */
public final class ContentRefusedException extends PostPurchaseException {
  private static final long serialVersionUID = 1L;

  /** By field: kind, scopeId, localeCode, daysFrom, daysTo, title, body, link, picture. */
  public final transient Map<String, ContentProblem> problems;

  ContentRefusedException(Map<String, ContentProblem> problems) {
    super("The entry cannot be saved: " + problems);
    this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
  }
}
