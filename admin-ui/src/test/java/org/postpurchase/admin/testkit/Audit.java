package org.postpurchase.admin.testkit;

import java.util.ArrayList;
import java.util.List;
import org.postpurchase.shared.AuditLog;

/** Audit rows in memory. */
public final class Audit implements AuditLog {
  public final List<String> rows = new ArrayList<>();

  @Override
  public void done(String actor, String action, String subject, String detail) {
    rows.add("DONE " + actor + " | " + action + " | " + subject + " | " + detail);
  }

  @Override
  public void refused(String actor, String action, String subject, String detail) {
    rows.add("REFUSED " + actor + " | " + action + " | " + subject + " | " + detail);
  }
}
