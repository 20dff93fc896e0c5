package org.postpurchase.migrations.isolated;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.configuration.AbstractMapConfigurationValueProvider;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.ui.LoggerUIService;

/**
 * Entry point inside the isolated class loader.
 *
 * <p>Request keys: {@code contexts} (String), {@code connection} (java.sql.Connection) or {@code
 * offline} (database name), and optionally {@code sql} (java.io.Writer), which turns execution into
 * printing. Answer keys: {@code applied} and {@code warnings}. Failures are thrown as {@link
 * IllegalStateException} with a readable message and at most a {@link SQLException} as cause, so
 * that no Liquibase type leaves the loader.
 */
public final class LiquibaseRun
    implements Function<Map<String, Object>, Map<String, List<String>>> {
  private static final String CHANGELOG = "META-INF/pp-migrations/changelog.xml";

  private final List<String> applied = new ArrayList<>();
  private final CollectingLog log = new CollectingLog();

  /** Called by reflection. */
  public LiquibaseRun() {}

  @Override
  public Map<String, List<String>> apply(Map<String, Object> request) {
    Map<String, Object> scope = new HashMap<>();
    scope.put(Scope.Attr.logService.name(), log);
    scope.put(Scope.Attr.ui.name(), new LoggerUIService());
    scope.put(Scope.Attr.resourceAccessor.name(), new LoaderResources());
    scope.put(GlobalConfiguration.VALIDATE_XML_CHANGELOG_FILES.getKey(), false); // by a test
    heedNothingOfTheStores();
    try {
      Scope.child(scope, () -> migrate(request));
    } catch (Exception e) {
      throw readable(e);
    }
    Map<String, List<String>> answer = new HashMap<>();
    answer.put("applied", applied);
    answer.put("warnings", log.warnings());
    return answer;
  }

  private void migrate(Map<String, Object> request) throws LiquibaseException, IOException {
    LockServiceFactory.getInstance().register(new NoLock());
    SqlGeneratorFactory.getInstance().register(new HsqldbTableRemarks());
    SqlGeneratorFactory.getInstance().register(new HsqldbColumnRemarks());
    String offline = (String) request.get("offline");
    if (offline == null) {
      migrate(request, new JdbcConnection((Connection) request.get("connection")));
      return;
    }
    Path noted = Files.createTempDirectory("pp-migrations").resolve("changelog.csv");
    try {
      String url = "offline:" + offline + "?outputLiquibaseSql=all&changeLogFile=" + noted;
      migrate(request, new NothingRan(url, new LoaderResources(), noted.toFile()));
    } finally {
      Files.deleteIfExists(noted);
      Files.deleteIfExists(noted.getParent());
    }
  }

  private void migrate(Map<String, Object> request, DatabaseConnection connection)
      throws LiquibaseException {
    Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
    database.setDatabaseChangeLogTableName("PP_CHANGELOG");
    database.setDatabaseChangeLogLockTableName("PP_CHANGELOG_LOCK");
    database.setOutputDefaultCatalog(false);
    database.setOutputDefaultSchema(false);
    Liquibase liquibase = new Liquibase(CHANGELOG, new LoaderResources(), database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.setChangeExecListener(new AppliedChanges(applied));
    if (connection instanceof OfflineConnection) {
      assumeEmpty(liquibase.getDatabaseChangeLog());
    } else {
      leaveOutWhatIsThere(liquibase.getDatabaseChangeLog(), database);
    }
    Contexts contexts = new Contexts((String) request.get("contexts"));
    Writer sql = (Writer) request.get("sql");
    if (sql == null) {
      liquibase.update(contexts, new LabelExpression());
    } else {
      liquibase.update(contexts, new LabelExpression(), sql);
    }
  }

  /** Without a database there is nothing to ask whether a change is still needed. */
  private static void assumeEmpty(DatabaseChangeLog changes) {
    for (ChangeSet change : changes.getChangeSets()) {
      change.getPreconditions().setOnSqlOutput(PreconditionContainer.OnSqlOutputOption.IGNORE);
    }
  }

  /**
   * A repair is asked for at every run, since the host may have dropped its table; one that finds
   * nothing to repair is no change, and is neither noted again nor printed.
   */
  private static void leaveOutWhatIsThere(DatabaseChangeLog changes, Database database) {
    changes
        .getChangeSets()
        .removeIf(change -> change.isAlwaysRun() && !isNeeded(change, changes, database));
  }

  private static boolean isNeeded(ChangeSet change, DatabaseChangeLog changes, Database database) {
    try {
      change.getPreconditions().check(database, changes, change, null);
      return true;
    } catch (PreconditionFailedException notNeeded) {
      return false;
    } catch (PreconditionErrorException unclear) {
      return true; // asked again, and told, when it is its turn
    }
  }

  /**
   * System properties and variables of the environment that begin with {@code liquibase} are meant
   * for the store's own Liquibase.
   */
  private static void heedNothingOfTheStores() {
    LiquibaseConfiguration settings =
        Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
    for (ConfigurationValueProvider provider : new ArrayList<>(settings.getProviders())) {
      if (provider instanceof AbstractMapConfigurationValueProvider) {
        settings.unregisterProvider(provider);
      }
    }
  }

  private IllegalStateException readable(Exception failure) {
    Throwable deepest = failure;
    SQLException database = null;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      deepest = t;
      if (database == null && t instanceof SQLException) {
        database = (SQLException) t;
      }
    }
    String change = applied.isEmpty() ? "" : " (after " + applied.get(applied.size() - 1) + ")";
    return new IllegalStateException(
        String.valueOf(deepest.getMessage()).trim().replaceAll("\\s+", " ") + change, database);
  }
}
