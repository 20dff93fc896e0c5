package org.postpurchase.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The host's admin tables as its Hibernate makes them, with the roles that its scripts add. */
final class HostAdminTables {
  private static final String[] TABLES = {
    "create table BLC_ADMIN_MODULE (ADMIN_MODULE_ID bigint not null primary key,"
        + " DISPLAY_ORDER int, ICON varchar(255), MODULE_KEY varchar(255) not null,"
        + " NAME varchar(255) not null)",
    "create table BLC_ADMIN_SECTION (ADMIN_SECTION_ID bigint not null primary key,"
        + " CEILING_ENTITY varchar(255), DISPLAY_CONTROLLER varchar(255), DISPLAY_ORDER int,"
        + " NAME varchar(255) not null, SECTION_KEY varchar(255) not null unique,"
        + " URL varchar(255), USE_DEFAULT_HANDLER boolean, ADMIN_MODULE_ID bigint not null,"
        + " foreign key (ADMIN_MODULE_ID) references BLC_ADMIN_MODULE (ADMIN_MODULE_ID))",
    "create table BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID bigint not null primary key,"
        + " DESCRIPTION varchar(255) not null, IS_FRIENDLY boolean, NAME varchar(255) not null,"
        + " PERMISSION_TYPE varchar(255) not null)",
    "create table BLC_ADMIN_PERMISSION_ENTITY (ADMIN_PERMISSION_ENTITY_ID bigint not null"
        + " primary key, CEILING_ENTITY varchar(255) not null, ADMIN_PERMISSION_ID bigint,"
        + " foreign key (ADMIN_PERMISSION_ID)"
        + " references BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID))",
    "create table BLC_ADMIN_PERMISSION_XREF (ADMIN_PERMISSION_ID bigint not null,"
        + " CHILD_PERMISSION_ID bigint not null, foreign key (CHILD_PERMISSION_ID)"
        + " references BLC_ADMIN_PERMISSION (ADMIN_PERMISSION_ID))",
    "create table BLC_ADMIN_SEC_PERM_XREF (ADMIN_SECTION_ID bigint not null,"
        + " ADMIN_PERMISSION_ID bigint not null, foreign key (ADMIN_SECTION_ID)"
        + " references BLC_ADMIN_SECTION (ADMIN_SECTION_ID))",
    "create table BLC_ADMIN_ROLE (ADMIN_ROLE_ID bigint not null primary key,"
        + " DESCRIPTION varchar(255) not null, NAME varchar(255) not null)",
    "create table BLC_ADMIN_ROLE_PERMISSION_XREF (ADMIN_ROLE_ID bigint not null,"
        + " ADMIN_PERMISSION_ID bigint not null, primary key (ADMIN_ROLE_ID, ADMIN_PERMISSION_ID),"
        + " foreign key (ADMIN_ROLE_ID) references BLC_ADMIN_ROLE (ADMIN_ROLE_ID))"
  };
  private static final String[] ROLES = {
    "insert into BLC_ADMIN_ROLE (ADMIN_ROLE_ID, DESCRIPTION, NAME)"
        + " values (-1, 'Everything', 'ROLE_ADMIN')",
    "insert into BLC_ADMIN_ROLE (ADMIN_ROLE_ID, DESCRIPTION, NAME)"
        + " values (-4, 'Customer service', 'ROLE_CUSTOMER_SERVICE_REP')"
  };

  private HostAdminTables() {}

  static void create(DataSource dataSource) throws SQLException {
    execute(dataSource, TABLES);
  }

  static void addRoles(DataSource dataSource) throws SQLException {
    execute(dataSource, ROLES);
  }

  static void execute(DataSource dataSource, String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
