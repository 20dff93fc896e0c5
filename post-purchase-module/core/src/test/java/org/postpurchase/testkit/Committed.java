package org.postpurchase.testkit;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a piece of work told to somebody outside the database, once the transaction that told it has
 * committed: a run that the database gave up for another one has told nothing. Outside a
 * transaction it is there at once.
 *
 * @param <T> what is told
 */
public final class Committed<T> extends AbstractList<T> {
  private final List<T> told = new CopyOnWriteArrayList<>();

  @Override
  public boolean add(T each) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronizationAdapter() {
            @Override
            public void afterCommit() {
              told.add(each);
            }
          });
      return true;
    }
    return told.add(each);
  }

  @Override
  public T get(int index) {
    return told.get(index);
  }

  @Override
  public int size() {
    return told.size();
  }

  @Override
  public void clear() {
    told.clear();
  }
}
