package org.postpurchase.admin.enrollment;

import java.util.Locale;
import java.util.Optional;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.series.Anchor;
import org.postpurchase.series.ExecutionState;
import org.postpurchase.series.Step;
import org.postpurchase.series.StepExecution;

/** Says what a step that has no moment yet waits for, and what comes after that. */
final class WaitingFor {
  private final Words words;
  private final Locale locale;

  WaitingFor(Words words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /** Empty when it waits for nothing but its time, or is over. */
  String text(StepExecution execution, Optional<Step> step) {
    if (execution.state.isOpen() && step.map(s -> s.off).orElse(false)) {
      return words.of("PostPurchase_WaitsFor_Off", "off", locale);
    }
    boolean awaits = step.map(Step::awaits).orElse(false);
    if (execution.state == ExecutionState.SCHEDULED && awaits) {
      String trigger = step.get().waiting.trigger;
      return words.filled(
          "PostPurchase_WaitsFor_Named",
          locale,
          words.of("PostPurchase_Choice_triggerKey_" + trigger, trigger, locale));
    }
    if (execution.state != ExecutionState.WAITING) {
      return "";
    }
    Anchor anchor = step.map(s -> s.anchor).orElse(Anchor.SUBMITTED);
    String what = words.of("PostPurchase_WaitsFor_" + anchor, "", locale);
    if (anchor == Anchor.DELIVERED) {
      what = words.filled("PostPurchase_WaitsFor_DELIVERED", locale, step.get().fallbackDays);
    }
    String then = step.map(this::delay).orElse("");
    return then.isEmpty() ? what : what + " " + then;
  }

  private String delay(Step step) {
    if (step.delayDays > 0) {
      return words.filled("PostPurchase_WaitsFor_ThenDays", locale, step.delayDays);
    }
    return step.delayHours > 0
        ? words.filled("PostPurchase_WaitsFor_ThenHours", locale, step.delayHours)
        : "";
  }
}
