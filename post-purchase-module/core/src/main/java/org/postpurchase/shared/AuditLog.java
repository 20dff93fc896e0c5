package org.postpurchase.shared;

/**
 * Who did what in the admin, and what was refused. Joins the caller's transaction; rows are never
 * changed.
 */
public interface AuditLog {
  void done(String actor, String action, String subject, String detail);

  void refused(String actor, String action, String subject, String detail);
}
