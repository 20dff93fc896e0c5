package org.postpurchase.ledger;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who works in the shop's admin. People are told apart by their id: a login name can be
 * changed, and can be given to somebody else. Immutable.
 */
public final class StaffMember {
  /** Nobody in particular, such as in rows that are older than this class. */
  public static final StaffMember UNKNOWN = new StaffMember(0, "");

  /** The host's id of the admin user; zero when it is not known. */
  public final long id;

  /** The name at the time, for people to read; empty when it is not known. */
  public final String login;

  public StaffMember(long id, String login) {
    this.id = id;
    this.login = requireNonNull(login, "login");
  }

  public boolean isKnown() {
    return id != 0;
  }

  /** Never true when one of the two is not known. */
  public boolean isSameAs(StaffMember other) {
    return isKnown() && id == other.id;
  }

  @Override
  public String toString() {
    return login + " (" + id + ")";
  }
}
