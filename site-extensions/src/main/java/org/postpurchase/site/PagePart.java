package org.postpurchase.site;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a store's page that the page can do without. */
public final class PagePart {
  private static final Logger LOG = LoggerFactory.getLogger(PagePart.class);

  private PagePart() {}

  /**
   * The part, or null where there is nothing to show or it fails: the page comes first, the reason
   * is in the log.
   *
   * @param name which part is missing on the page then
   */
  public static <T> T shown(String name, Supplier<Optional<T>> part) {
    try {
      return part.get().orElse(null);
    } catch (Throwable failure) {
      LOG.error("a part was left out of the page: {}", name, failure);
      return null;
    }
  }
}
