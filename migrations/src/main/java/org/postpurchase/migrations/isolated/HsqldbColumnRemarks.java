package org.postpurchase.migrations.isolated;

import liquibase.database.Database;
import liquibase.database.core.HsqlDatabase;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.SetColumnRemarksGenerator;
import liquibase.statement.core.SetColumnRemarksStatement;

/** HSQLDB keeps comments on columns; Liquibase does not know it. */
final class HsqldbColumnRemarks extends SetColumnRemarksGenerator {
  @Override
  public int getPriority() {
    return PRIORITY_DATABASE;
  }

  @Override
  public boolean supports(SetColumnRemarksStatement statement, Database database) {
    return database instanceof HsqlDatabase;
  }

  @Override
  public Sql[] generateSql(
      SetColumnRemarksStatement statement, Database database, SqlGeneratorChain chain) {
    return new Sql[] {
      new UnparsedSql(
          "COMMENT ON COLUMN "
              + statement.getTableName()
              + "."
              + statement.getColumnName()
              + " IS '"
              + database.escapeStringForDatabase(statement.getRemarks())
              + "'",
          getAffectedColumn(statement))
    };
  }
}
