package org.postpurchase.migrations;

/** How much of the change log a run brings up to date. */
public enum Phase {
  /** Tables, indexes and constraints. Needs nothing of the host and touches nothing of it. */
  SCHEMA("schema"),

  /**
   * Everything in {@link #SCHEMA}, and the plugin's menu entries and permissions in the host's
   * {@code BLC_ADMIN_*} tables. Where those tables or their roles do not exist yet, that part is
   * left for the next run.
   */
  ALL("schema,data"),

  /**
   * Everything in {@link #SCHEMA}, and indexes on the host's own tables that the host lacks. Only
   * for shops that ask for it; a table that is not there is left for the next run.
   */
  HOST_INDEXES("schema,host-indexes"),

  /**
   * Everything in {@link #SCHEMA}, and on PostgreSQL the extension {@code pg_trgm} with indexes by
   * which staff find people by parts of names and addresses, also in the host's tables. Only for
   * shops that ask for it; other databases have no such indexes.
   */
  SEARCH_INDEXES("schema,search-indexes");

  private final String contexts;

  Phase(String contexts) {
    this.contexts = contexts;
  }

  String contexts() {
    return contexts;
  }
}
