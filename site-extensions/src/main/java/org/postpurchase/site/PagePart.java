package org.postpurchase.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.postpurchase.shared.SparseLog;
import org.slf4j.LoggerFactory;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A part of a store's page that the page can do without.
 *
 * <p>Outside of a transaction it is worked out apart from the entity managers that the request has
 * open: a part that fails rolls back, which empties the entity manager it has used, and the page
 * could not read its own objects any more.
 */
public final class PagePart {
  private static final SparseLog TROUBLE = new SparseLog(LoggerFactory.getLogger(PagePart.class));

  private PagePart() {}

  /**
   * The part, or null where there is nothing to show or it fails: the page comes first, the reason
   * is in the log.
   *
   * @param name which part is missing on the page then
   */
  public static <T> T shown(String name, Supplier<Optional<T>> part) {
    Map<Object, Object> request = new HashMap<>();
    try {
      setAside(request);
      return part.get().orElse(null);
    } catch (Throwable failure) {
      TROUBLE.error(name, "a part was left out of the page: " + name, failure);
      return null;
    } finally {
      request.forEach(TransactionSynchronizationManager::bindResource);
    }
  }

  private static void setAside(Map<Object, Object> request) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return; // the attempt of whoever asks is undone by a savepoint
    }
    new HashMap<>(TransactionSynchronizationManager.getResourceMap())
        .forEach(
            (factory, holder) -> {
              if (holder instanceof EntityManagerHolder) {
                request.put(factory, TransactionSynchronizationManager.unbindResource(factory));
              }
            });
  }
}
