package org.postpurchase.admin.service;

import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.task.StaffTask;

/** A task in the queue. Getters for page templates. */
final class TaskRow {
  private final StaffTask task;
  public final String order;
  private final Moments moments;

  /**
   * @param order its number; null for none
   */
  TaskRow(StaffTask task, String order, Moments moments) {
    this.task = task;
    this.order = order;
    this.moments = moments;
  }

  public long getId() {
    return task.id;
  }

  public String getState() {
    return task.state.name();
  }

  public boolean isOpen() {
    return task.end == null;
  }

  public String getSubject() {
    return task.text.subject;
  }

  public String getInstructions() {
    return task.text.instructions;
  }

  public String getEmail() {
    return task.email;
  }

  /** Where everything about the person stands. */
  public String getPersonLink() {
    return PersonLink.ofMailbox(task.email);
  }

  public String getOpenedAt() {
    return moments.of(task.openedAt);
  }

  public String getEndedAt() {
    return task.end == null ? "" : moments.of(task.end.at);
  }

  public String getEndedBy() {
    return task.end == null ? "" : task.end.by;
  }

  public String getNote() {
    return task.end == null ? "" : task.end.note;
  }
}
