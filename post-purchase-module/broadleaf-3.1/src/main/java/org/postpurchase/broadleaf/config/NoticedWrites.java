package org.postpurchase.broadleaf.config;

import java.util.Collections;
import java.util.Set;
import javax.sql.DataSource;
import org.postpurchase.shared.jdbc.PlainNulls;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The plugin's statements, of which somebody wants to know when they have changed certain tables,
 * whichever feature wrote them.
 *
 * <p>Told once for a transaction, after its commit; never when it rolls back. It is a hint: a
 * listener that throws is left to Spring, which logs it, and the commit stands. Statements that
 * read cost one comparison more.
 */
final class NoticedWrites extends PlainNulls {
  private volatile Set<String> tables = Collections.emptySet();
  private volatile Runnable listener = () -> {};

  NoticedWrites(DataSource dataSource) {
    super(dataSource);
  }

  /** Sets who is told about writes to which tables; the last call wins. */
  void tell(Set<String> aboutTables, Runnable newListener) {
    listener = newListener;
    tables = aboutTables;
  }

  @Override
  public <T> T execute(PreparedStatementCreator creator, PreparedStatementCallback<T> action) {
    T result = super.execute(creator, action);
    if (creator instanceof SqlProvider && isNoticed(((SqlProvider) creator).getSql())) {
      afterCommit();
    }
    return result;
  }

  private boolean isNoticed(String sql) {
    if (sql.startsWith("select")) {
      return false;
    }
    for (String table : tables) {
      int at = sql.indexOf(table);
      int end = at + table.length();
      if (at >= 0 && (end == sql.length() || !Character.isJavaIdentifierPart(sql.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private void afterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      listener.run();
      return;
    }
    boolean known =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(s -> s instanceof Told && ((Told) s).writes == this);
    if (!known) {
      TransactionSynchronizationManager.registerSynchronization(new Told(this));
    }
  }

  /** Waits for the commit of one transaction. */
  private static final class Told extends TransactionSynchronizationAdapter {
    private final NoticedWrites writes;

    Told(NoticedWrites writes) {
      this.writes = writes;
    }

    @Override
    public void afterCommit() {
      writes.listener.run();
    }
  }
}
