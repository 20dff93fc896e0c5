package org.postpurchase.migrations.isolated;

import liquibase.database.Database;
import liquibase.database.core.HsqlDatabase;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.SetTableRemarksGenerator;
import liquibase.statement.core.SetTableRemarksStatement;

/** HSQLDB keeps comments on tables; Liquibase does not know it. */
final class HsqldbTableRemarks extends SetTableRemarksGenerator {
  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(SetTableRemarksStatement statement, Database database) {
    return database instanceof HsqlDatabase;
  }

  @Override
  public Sql[] generateSql(
      SetTableRemarksStatement statement, Database database, SqlGeneratorChain chain) {
    return new Sql[] {
      new UnparsedSql(
          "COMMENT ON TABLE "
              + statement.getTableName()
              + " IS '"
              + database.escapeStringForDatabase(statement.getRemarks())
              + "'",
          getAffectedTable(statement))
    };
  }
}
