package org.postpurchase.task;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** A task was done, or could not be. Steps and branches wait for one or the other. */
public final class TaskTrigger implements PersonTrigger {
  public static final String DONE = "STAFF_TASK_DONE";
  public static final String FAILED = "STAFF_TASK_FAILED";

  private final String key;
  private final String label;

  private TaskTrigger(String key, String label) {
    this.key = key;
    this.label = label;
  }

  public static List<PersonTrigger> both() {
    return Arrays.asList(
        new TaskTrigger(DONE, "Task of staff done | de: Aufgabe erledigt"),
        new TaskTrigger(FAILED, "Task of staff: nobody reached | de: Aufgabe: niemanden erreicht"));
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in(label, locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.of(MomentValues.none());
  }

  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none().text("task", LocalText.in("Call | de: Anruf", locale));
  }
}
