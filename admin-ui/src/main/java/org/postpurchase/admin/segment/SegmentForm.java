package org.postpurchase.admin.segment;

/** The form as the page shows it. */
final class SegmentForm {
  private final EditSegments.Form form;

  SegmentForm(EditSegments.Form form) {
    this.form = form;
  }

  public long getId() {
    return form.id;
  }

  public int getEdition() {
    return form.edition;
  }

  public String getName() {
    return form.name;
  }

  public boolean isActive() {
    return form.active;
  }

  public String getConditions() {
    return form.conditions;
  }

  public String getPreset() {
    return form.preset;
  }
}
