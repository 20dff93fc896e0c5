package org.postpurchase.migrations;

/** The databases for which SQL can be made without a connection. */
public enum TargetDatabase {
  /** HSQLDB 2.3 and newer. */
  HSQLDB,
  /** PostgreSQL 12 and newer. */
  POSTGRESQL,
  /** MySQL 8. */
  MYSQL,
  /** MariaDB 10.3 and newer. */
  MARIADB
}
